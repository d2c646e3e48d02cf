import { byCause } from './diagnosis-text-shapes.ts';

/** Other wordings of translated labels. */
export const translatedVariantTexts = byCause({
  'coupled-record-deleted': [
    'De klantrecord kan niet worden bijgewerkt, omdat deze aan een verwijderde record is gekoppeld.',
    'Der Debitor-Datensatz kann nicht aktualisiert werden, da er mit einem gelöschten Datensatz verknüpft ist.',
    "L'enregistrement client ne peut pas être mis à jour, car il est lié à un enregistrement supprimé.",
    'El registro Cliente no se puede actualizar porque está asociado a un registro eliminado.',
    'Posten Debitor kan ikke opdateres, fordi den er knyttet til en slettet post.',
  ],
  'dependency-not-coupled': [
    'Verkoper JO moet aan een Dataverse-rij zijn gekoppeld.',
    'Valuta USD moet worden gekoppeld aan een record in Dynamics 365 Sales.',
    'Verkäufer JO muss an eine Dataverse-Zeile gekoppelt sein.',
    'Währungscode USD muss mit einem Datensatz in Dynamics 365 Sales gekoppelt sein.',
    'Le code devise USD doit être couplé à un enregistrement dans Dynamics 365 Sales.',
    'El código de divisa USD debe estar acoplado a un registro en Dynamics 365 Sales.',
    'Valutakode USD skal være koblet til en Dataverse-række.',
    'Valutakode USD skal kobles til en record i Dynamics 365 Sales.',
    'Eenheid DOOS is niet gekoppeld.',
  ],
  'match-not-unique': [
    'Het koppelen van 5 records is mislukt, omdat er geen unieke niet-gekoppelde overeenkomende entiteit is gevonden in Dataverse met de opgegeven overeenkomstcriteria.',
    '5 Datensätze konnten nicht gekoppelt werden, da in Dataverse keine eindeutige entkoppelte übereinstimmende Entität mit den angegebenen Kriterien gefunden wurde.',
    "Impossible de coupler 5 enregistrements, car aucune entité correspondante unique non couplée n'a été trouvée dans Dataverse avec les critères spécifiés.",
    'No se pudieron acoplar 5 registros porque no se encontró ninguna entidad coincidente única no acoplada en Dataverse con los criterios especificados.',
    'Kunne ikke sammenkæde 5 recorder, da der ikke blev fundet nogen entydig ikke-sammenkædet matchende enhed i Dataverse.',
  ],
  'already-coupled': [
    'Kan Contoso niet koppelen aan deze klantrecord, omdat de klantrecord al is gekoppeld aan Fabrikam.',
    'Contoso kann nicht mit diesem Debitor gekoppelt werden, da der Debitor bereits mit Fabrikam gekoppelt ist.',
  ],
  'record-missing': [
    'Kan klantrecord 3f2504e0-4f89-41d3-9a0c-0305e82c3301 niet vinden.',
    'JO kann in der Tabelle Verkäufer/Einkäufer nicht gefunden werden.',
    'Impossible de trouver JO dans la table Vendeur/Acheteur.',
    'No se encuentra JO en la tabla Vendedor/Comprador.',
    'Kan ikke finde JO i tabellen Sælger/indkøber.',
    'De verkooporder kan niet worden gemaakt. Het artikel 1000 bestaat niet.',
    'Der Verkaufsauftrag kann nicht erstellt werden. Der Artikel 1000 ist nicht vorhanden.',
    "La commande vente ne peut pas être créée. L'article 1000 n'existe pas.",
    'No se puede crear el pedido de venta. El producto 1000 no existe.',
    'Salgsordren kan ikke oprettes. Varen 1000 findes ikke.',
  ],
  'exchange-rate-missing': [
    'De valuta USD kan niet worden gemaakt of bijgewerkt in Dataverse, omdat er geen wisselkoers voor is gedefinieerd.',
    'Kan valuta USD niet aanmaken of bijwerken in Dataverse, want er is geen wisselkoers voor ingesteld.',
    'Valutaen USD kan ikke oprettes eller opdateres i Dataverse, da der ikke er defineret nogen valutakurs for den.',
  ],
  'currency-setup-missing': [
    'Kan de valuta met de waarde USD niet vinden in Dataverse.',
    'De basisvaluta is niet gedefinieerd. Schakel de CRM-verbinding uit en weer in.',
    'Om de verbinding met Dataverse in te schakelen, moet u de LV-code opgeven in Boekhoudinstellingen.',
    'Um die Verbindung mit Dataverse zu aktivieren, müssen Sie den MW-Code in der Finanzbuchhaltung Einrichtung angeben.',
    'Basiswährung in Dataverse wurde nicht gefunden.',
  ],
  'missing-privilege': [
    'Hoofdgebruiker (Id=3f2504e0-4f89-41d3-9a0c-0305e82c3301, type=8) ontbreekt de bevoegdheid prvReadAccount.',
    'Dem Benutzer (Id=3f, type=8) fehlt das Recht prvWriteAccount (Id=3f).',
    'De verbinding met Dataverse is uitgeschakeld omdat integratiegebruiker sync@contoso.com onvoldoende bevoegdheden heeft om de synchronisatie uit te voeren.',
  ],
  'environment-admin-mode': [
    'Gebruiker heeft niet de vereiste bevoegdheden (of rollidmaatschap) om toegang te krijgen tot de organisatie wanneer deze in de modus Alleen beheerder staat.',
    'Der Benutzer verfügt nicht über die erforderlichen Berechtigungen (oder Rollenmitgliedschaft), um auf die Organisation zuzugreifen, wenn sie sich im Nur-Administrator-Modus befindet.',
    "L'utilisateur ne dispose pas des privilèges requis (ou de l'appartenance au rôle) pour accéder à l'organisation lorsqu'elle est en mode Administrateur uniquement.",
    'El usuario no tiene los privilegios requeridos (o pertenencia a roles) para acceder a la organización cuando está en modo Solo administrador.',
    'Brugeren har ikke de nødvendige rettigheder (eller rollemedlemskab) til at få adgang til organisationen, når den er i tilstanden Kun administrator.',
  ],
  'table-connection-missing': [
    'Tabelverbinding voor tabeltype CRM moet worden geregistreerd met RegisterTableConnection of cmdlet New-NAVTableConnection voordat deze kan worden gebruikt.',
  ],
  'mapping-misconfigured': [
    'U moet opgeven welke velden op de tabeltoewijzing CUSTOMER moeten worden gebruikt voor koppeling op basis van overeenkomsten.',
    'Sie müssen angeben, welche Felder in der Tabellenzuordnung CUSTOMER für die übereinstimmungsbasierte Kopplung verwendet werden sollen.',
    'Vous devez spécifier quels champs du mappage de table CUSTOMER doivent être utilisés.',
    'Tabelle Verkäufer muss Tabelle Benutzer zugeordnet werden, um Werte zwischen den Feldern zu übertragen.',
  ],
  'not-committed-yet': [
    'De geboekte verkoopfactuur 103033 is nog niet vastgelegd in de SQL-database. Deze wordt gesynchroniseerd bij de volgende geplande synchronisatie.',
    'Die gebuchte Verkaufsrechnung 103033 ist noch nicht in der SQL-Datenbank festgeschrieben.',
    'Bogført salgsfaktura 103033 er endnu ikke bekræftet i SQL-databasen.',
  ],
  'timeout-or-network': [
    'De bewerking heeft een time-out. Probeer het opnieuw.',
    'Der Vorgang hat das Zeitlimit überschritten. Versuchen Sie es erneut.',
    "L'opération a dépassé le délai imparti. Réessayez.",
    'La operación agotó el tiempo de espera. Inténtelo de nuevo.',
    'Handlingen fik timeout. Prøv igen.',
    'Er kan geen verbinding worden gemaakt met de externe server.',
    'Die Verbindung mit dem Remoteserver kann nicht hergestellt werden.',
    'Impossible de se connecter au serveur distant.',
    'No es posible conectar con el servidor remoto.',
  ],
  'lock-or-concurrency': [
    'De tabel Klant kan niet worden vergrendeld of gewijzigd omdat deze al is vergrendeld door gebruiker ADMIN.',
    'Uw activiteit zat in een impasse met een andere gebruiker.',
    'La tabla Cliente está bloqueada por otro usuario.',
    'La transaction a été bloquée par un autre processus et a été choisie comme victime.',
  ],
  'duplicate-record': [
    'Er bestaat al een record met overeenkomende sleutelwaarden.',
    "Le client existe déjà. Champs et valeurs d'identification : N°='10000'",
    'El registro de la tabla Cliente ya existe. Campos y valores de identificación: Nº=10000',
    'Recorden i tabellen Debitor findes allerede. Identifikationsfelter og -værdier: Nummer=10000',
  ],
  'business-data-invalid': [
    'De lengte van de tekenreeks is 62, maar deze moet kleiner dan of gelijk zijn aan 50 tekens.',
    'Das Feld Ländercode in Tabelle Debitor enthält einen Wert (UK), der nicht in der verwandten Tabelle (Land) gefunden werden kann.',
    'De contactpersoon KT1 moet een contactbedrijf hebben dat een zakelijke relatie met een klant of leverancier heeft.',
  ],
  'setup-incomplete': [
    'De verkoopregel bevat een handmatig ingevoerd product. U moet het standaardproduct kiezen in het venster Verkoopinstellingen.',
  ],
  'record-inactive-or-readonly': [
    'De eenheidsgroep DOOS bestaat al in Dynamics 365 Sales, maar kan niet worden gesynchroniseerd omdat deze inactief is.',
    'Klant 10000 is geblokkeerd.',
  ],
  'authentication-failed': [
    'De opgegeven clientgeheimen zijn verlopen.',
    'Die Anmeldung ist fehlgeschlagen. Benutzername oder Kennwort ist falsch.',
  ],
  'license-missing': ['De gebruiker heeft geen geldige licentie.'],
  'integration-user-invalid': [
    'Gebruiker sync@contoso.com is uitgeschakeld op server https://contoso.crm4.dynamics.com.',
    'Der Integrationsbenutzer, der im Dataverse-Verbindungssetup angegeben ist, existiert nicht.',
  ],
  'plugin-failure': ['ISV-code heeft de bewerking afgebroken.'],
  'ownership-mismatch': ['De entiteitseigenaar verschilt van de verwachte eigenaar.'],
  'internal-error': [
    'Het synchronisatieproces bevindt zich in een ongeldige status.',
    'Der Synchronisierungsprozess befindet sich in einem ungültigen Zustand.',
  ],
  throttled: [
    'Anzahl der Anforderungen hat das Limit von 6000 im Zeitfenster von 300 Sekunden überschritten.',
  ],
  'bc-permission-missing': ['U beschikt niet over de volgende machtigingen voor TableData Klant: Wijzigen'],
});
