import type { LabelledText } from './diagnosis-text-shapes.ts';

/** What arrives from sessions in Dutch, German, French, Spanish and Danish. */
export const translatedTexts: readonly LabelledText[] = [
  [
    'Kan een record in de tabel Dataverse-account niet bijwerken. De toewijzing tussen het veld Kredietlimiet (LV) in de tabel Klant en het veld Kredietlimiet in de tabel Dataverse-account is bidirectioneel, en een of beide waarden zijn gewijzigd sinds de laatste synchronisatie.',
    'update-conflict',
    'record-user',
  ],
  [
    'De record van Klant kan niet worden bijgewerkt omdat deze is gekoppeld aan een verwijderde record.',
    'coupled-record-deleted',
    'record-user',
  ],
  ['Verkoper LT moet worden gekoppeld aan een rij in Dataverse.', 'dependency-not-coupled', 'record-user'],
  [
    'Het wijzigen van Klant is mislukt vanwege de volgende fout: Valutacode GBP moet zijn gekoppeld aan een Dataverse-rij.',
    'dependency-not-coupled',
    'record-user',
  ],
  [
    'Kan de valuta NOK niet maken of bijwerken in Dataverse, omdat er geen wisselkoers voor is gedefinieerd.',
    'exchange-rate-missing',
    'administrator',
  ],
  [
    'Klantboekingsgroep moet een waarde hebben in Klant: Nr.=20000. Mag niet nul of leeg zijn.',
    'business-data-invalid',
    'record-user',
  ],
  ['De Dataverse-verbinding is niet ingeschakeld.', 'connection-disabled', 'administrator'],
  ['Er is een time-out opgetreden voor de bewerking. Probeer het opnieuw.', 'timeout-or-network', 'wait'],
  [
    'De integratiegebruiker die is opgegeven in de Dataverse-verbindingsinstellingen bestaat niet.',
    'integration-user-invalid',
    'administrator',
  ],
  [
    'De gegevens kunnen niet worden bijgewerkt vanwege de volgende fout: Kan LT niet vinden in tabel Verkoper/Inkoper.',
    'record-missing',
    'record-user',
  ],
  [
    'Ein Datensatz in der Tabelle Dataverse-Konto kann nicht aktualisiert werden. Die Zuordnung zwischen dem Feld Kreditlimit (MW) in der Tabelle Debitor und dem Feld Kreditlimit in der Tabelle Dataverse-Konto ist bidirektional, und einer oder beide Werte haben sich seit der letzten Synchronisierung geändert.',
    'update-conflict',
    'record-user',
  ],
  [
    'Der Datensatz Kontakt kann nicht aktualisiert werden, weil er mit einem gelöschten Datensatz gekoppelt ist.',
    'coupled-record-deleted',
    'record-user',
  ],
  [
    'Verkäufercode LT muss mit einer Dataverse-Zeile gekoppelt werden.',
    'dependency-not-coupled',
    'record-user',
  ],
  [
    'Die Währung NOK kann in Dataverse nicht erstellt oder aktualisiert werden, weil kein Wechselkurs für sie definiert ist.',
    'exchange-rate-missing',
    'administrator',
  ],
  [
    'Debitorenbuchungsgruppe muss einen Wert in Debitor: Nr.=20000 enthalten. Wert darf nicht Null oder leer sein.',
    'business-data-invalid',
    'record-user',
  ],
  [
    'Fehler beim Ändern von Debitor aufgrund des folgenden Fehlers: Das Feld Länder-/Regionscode der Tabelle Debitor enthält einen Wert (UK), der in der zugehörigen Tabelle (Land/Region) nicht gefunden wurde.',
    'business-data-invalid',
    'record-user',
  ],
  ['Die Synchronisierungsrichtung kann nicht ermittelt werden.', 'mapping-misconfigured', 'administrator'],
  [
    'Ein anderer Benutzer hat den Datensatz für Debitor geändert, nachdem Sie ihn aus der Datenbank abgerufen haben.',
    'lock-or-concurrency',
    'wait',
  ],
  [
    'Impossible de mettre à jour un enregistrement dans la table Compte Dataverse. Le mappage entre le champ Limite de crédit DS de la table Client et le champ Limite de crédit de la table Compte Dataverse est bidirectionnel, et une ou les deux valeurs ont été modifiées depuis la dernière synchronisation.',
    'update-conflict',
    'record-user',
  ],
  [
    "L'enregistrement Contact ne peut pas être mis à jour, car il est couplé à un enregistrement supprimé.",
    'coupled-record-deleted',
    'record-user',
  ],
  ['Code vendeur LT doit être couplé à une ligne Dataverse.', 'dependency-not-coupled', 'record-user'],
  [
    "Impossible de créer ou de mettre à jour la devise NOK dans Dataverse, car aucun taux de change n'a été défini pour cette devise.",
    'exchange-rate-missing',
    'administrator',
  ],
  [
    'Groupe compta. client doit avoir une valeur dans Client : N°=20000. Il ne peut pas être vide ni égal à zéro.',
    'business-data-invalid',
    'record-user',
  ],
  [
    "La modification de Client a échoué en raison de l'erreur suivante : Le délai d'attente de l'opération a expiré.",
    'timeout-or-network',
    'wait',
  ],
  [
    'No se puede actualizar un registro de la tabla Cuenta de Dataverse. La asignación entre el campo Crédito máximo de la tabla Cliente y el campo Límite de crédito de la tabla Cuenta de Dataverse es bidireccional, y uno o ambos valores han cambiado desde la última sincronización.',
    'update-conflict',
    'record-user',
  ],
  [
    'El registro Contacto no se puede actualizar porque está acoplado a un registro eliminado.',
    'coupled-record-deleted',
    'record-user',
  ],
  [
    'El código de vendedor LT debe estar emparejado con una fila de Dataverse.',
    'dependency-not-coupled',
    'record-user',
  ],
  [
    'No se puede crear ni actualizar la divisa NOK en Dataverse, porque no se ha definido ningún tipo de cambio para ella.',
    'exchange-rate-missing',
    'administrator',
  ],
  [
    'Grupo registro cliente debe tener un valor en Cliente: Nº=20000. No puede ser cero ni estar vacío.',
    'business-data-invalid',
    'record-user',
  ],
  [
    'Error al modificar Cliente debido al siguiente error: Otro usuario ha modificado el registro de Cliente.',
    'lock-or-concurrency',
    'wait',
  ],
  [
    'Der er ingen valutakurs defineret for valutaen NOK, så den kan ikke oprettes i Dataverse.',
    'exchange-rate-missing',
    'administrator',
  ],
  [
    'Kontaktrecorden kan ikke opdateres, fordi den er sammenkædet med en slettet record.',
    'coupled-record-deleted',
    'record-user',
  ],
  [
    'Sælgerkode LT skal være sammenkædet med en record i Dynamics 365 Sales.',
    'dependency-not-coupled',
    'record-user',
  ],
  [
    'Debitorbogføringsgruppe skal have en værdi i Debitor: Nummer=20000. Den må ikke være nul eller tom.',
    'business-data-invalid',
    'record-user',
  ],
  ['LT blev ikke fundet i tabellen Sælger/indkøber.', 'record-missing', 'record-user'],
  ['Enhedsgruppen PALLE blev ikke fundet i Dynamics 365 Sales.', 'unit-of-measure-invalid', 'record-user'],
  ['Forbindelsen til Dataverse er ikke aktiveret.', 'connection-disabled', 'administrator'],
  [
    'De hoofdgebruiker (Id=3f2504e0-4f89-41d3-9a0c-0305e82c3301, type=8) mist bevoegdheid prvReadProduct.',
    'missing-privilege',
    'administrator',
  ],
];
