import { byCause } from '../labelled-text.ts';

/** Errors in German. */
export const germanTexts = byCause({
  'update-conflict': [
    'Ein Datensatz in der Tabelle Dataverse-Konto kann nicht aktualisiert werden. Die Zuordnung zwischen dem Feld Kreditlimit (MW) in der Tabelle Debitor und dem Feld Kreditlimit in der Tabelle Dataverse-Konto ist bidirektional, und einer oder beide Werte haben sich seit der letzten Synchronisierung geändert.',
    'Ein Datensatz in der Tabelle "Debitor" kann nicht aktualisiert werden. Die Zuordnung zwischen dem Feld "E-Mail" in der Tabelle "Account" und dem Feld "E-Mail" in der Tabelle "Debitor" ist bidirektional, und mindestens ein Wert wurde seit der letzten Synchronisierung geändert.',
  ],
  'coupled-record-deleted': [
    'Der Datensatz Kontakt kann nicht aktualisiert werden, weil er mit einem gelöschten Datensatz gekoppelt ist.',
    'Der Debitor-Datensatz kann nicht aktualisiert werden, da er mit einem gelöschten Datensatz verknüpft ist.',
    'Der Datensatz Debitor kann nicht aktualisiert werden, da er mit einem gelöschten Datensatz gekoppelt ist.',
    'Der Datensatz "Kontakt" kann nicht aktualisiert werden, weil er mit einem gelöschten Datensatz gekoppelt ist.',
  ],
  'dependency-not-coupled': [
    'Verkäufercode LT muss mit einer Dataverse-Zeile gekoppelt werden.',
    'Verkäufer JO muss an eine Dataverse-Zeile gekoppelt sein.',
    'Währungscode USD muss mit einem Datensatz in Dynamics 365 Sales gekoppelt sein.',
    'Der Währungscode EUR muss mit einer Dataverse-Zeile gekoppelt sein.',
    'Verkäufer/Einkäufer PS muss mit einer Dataverse-Zeile gekoppelt werden.',
    'Debitor 10000 muss mit einem Datensatz in Dynamics 365 Sales gekoppelt werden.',
    'Die Einheit STÜCK ist nicht gekoppelt.',
    'Der Kreditor 20000 muss mit einer Dataverse-Zeile gekoppelt sein.',
    'Die Artikeleinheit KARTON ist nicht gekoppelt.',
  ],
  'already-coupled': [
    'Contoso kann nicht mit diesem Debitor gekoppelt werden, da der Debitor bereits mit Fabrikam gekoppelt ist.',
    'Debitor 10000 kann nicht mit diesem Datensatz Account gekoppelt werden, da der Datensatz Account bereits mit Debitor 20000 gekoppelt ist.',
    'Der Datensatz Account kann nicht mit 10000 gekoppelt werden, da 10000 bereits mit einem anderen Datensatz Account gekoppelt ist.',
  ],
  'match-not-unique': [
    '5 Datensätze konnten nicht gekoppelt werden, da in Dataverse keine eindeutige entkoppelte übereinstimmende Entität mit den angegebenen Kriterien gefunden wurde.',
    'Fehler beim Koppeln von 5 Datensätzen, da in Dataverse keine eindeutige, nicht gekoppelte übereinstimmende Entität mit den angegebenen Abgleichskriterien gefunden wurde.',
    '14 Datensätze konnten nicht gekoppelt werden, weil in Dataverse keine eindeutige entkoppelte übereinstimmende Entität mit den angegebenen Abgleichskriterien gefunden wurde.',
  ],
  'record-missing': [
    'JO kann in der Tabelle Verkäufer/Einkäufer nicht gefunden werden.',
    'Der Verkaufsauftrag kann nicht erstellt werden. Der Artikel 1000 ist nicht vorhanden.',
    "Der Debitor ist nicht vorhanden. Identifizierte Felder und Werte: Nr.='10000'",
    "Der Artikel existiert nicht. Identifizierte Felder und Werte: Nr.='1896-S'",
    'Der Datensatz Debitor 10000 wurde nicht gefunden.',
    'JO wurde in der Tabelle Verkäufer/Einkäufer nicht gefunden.',
    "Der Lieferant ist nicht vorhanden. Identifizierte Felder und Werte: Nr.='20000'",
  ],
  'duplicate-record': [
    "Der Datensatz in Tabelle Debitor ist bereits vorhanden. Identifizierte Felder und Werte: Nr.='10000'",
  ],
  'business-data-invalid': [
    'Debitorenbuchungsgruppe muss einen Wert in Debitor: Nr.=20000 enthalten. Wert darf nicht Null oder leer sein.',
    'Fehler beim Ändern von Debitor aufgrund des folgenden Fehlers: Das Feld Länder-/Regionscode der Tabelle Debitor enthält einen Wert (UK), der in der zugehörigen Tabelle (Land/Region) nicht gefunden wurde.',
    'Das Feld Ländercode in Tabelle Debitor enthält einen Wert (UK), der nicht in der verwandten Tabelle (Land) gefunden werden kann.',
    'Name muss einen Wert haben in Debitor: Nr.=10000. Der Wert darf nicht Null oder leer sein.',
    'Das Feld PLZ-Code der Tabelle Debitor enthält einen Wert (99999), der in der zugehörigen Tabelle (PLZ-Code) nicht gefunden werden kann.',
    'Die Länge der Zeichenfolge ist 61, aber sie muss kleiner oder gleich 50 Zeichen sein. Wert: Gesellschaft',
    'Zahlungsbedingungscode muss einen Wert in Debitor enthalten: Nr.=10000. Er darf nicht null oder leer sein.',
    'Das Feld Ländercode der Tabelle Debitor enthält einen Wert (XY), der in der zugehörigen Tabelle (Land/Region) nicht gefunden werden kann.',
  ],
  'record-inactive-or-readonly': [
    'Gesperrt muss gleich "Nein" sein in Artikel: Nr.=1000. Aktueller Wert ist "Ja".',
  ],
  'unit-of-measure-invalid': [
    'Basiseinheitencode muss einen Wert haben in Artikel: Nr.=1000. Der Wert darf nicht Null oder leer sein.',
    "Es wurden mehrere Einheiten in der Einheitengruppe 'NAV BOX' in Dynamics 365 Sales gefunden.",
  ],
  'exchange-rate-missing': [
    'Die Währung NOK kann in Dataverse nicht erstellt oder aktualisiert werden, weil kein Wechselkurs für sie definiert ist.',
    'Die Währung SEK kann in Dataverse nicht erstellt oder aktualisiert werden, da kein Wechselkurs dafür definiert ist.',
    'Es ist kein Währungswechselkurs innerhalb des Filters vorhanden. Filter: Währungscode: USD',
  ],
  'currency-setup-missing': [
    'Um die Verbindung mit Dataverse zu aktivieren, müssen Sie den MW-Code in der Finanzbuchhaltung Einrichtung angeben.',
    'Basiswährung in Dataverse wurde nicht gefunden.',
    'Die Währung mit dem ISO-Code "CHF" wurde nicht gefunden. Daher kann der Wechselkurs zwischen "EUR" und "CHF" nicht berechnet werden.',
  ],
  'connection-disabled': [
    'Die Dataverse-Verbindung ist nicht aktiviert.',
    'Die Verbindung mit Dynamics 365 Sales ist nicht aktiviert.',
  ],
  'mapping-misconfigured': [
    'Die Synchronisierungsrichtung kann nicht ermittelt werden.',
    'Sie müssen angeben, welche Felder in der Tabellenzuordnung CUSTOMER für die übereinstimmungsbasierte Kopplung verwendet werden sollen.',
    'Tabelle Verkäufer muss Tabelle Benutzer zugeordnet werden, um Werte zwischen den Feldern zu übertragen.',
    'Die Synchronisierungsrichtung kann nicht bestimmt werden.',
  ],
  'ownership-mismatch': [
    'Es gibt kein Team mit der ID 7f4e3a52-1f6e-4a6d-9a44-0d6f3b6f9d11 in Dataverse.',
    'Die Unternehmenseinheit des Teams unterscheidet sich von der ausgewählten.',
  ],
  'solution-missing': ['Die Basisintegrationslösung ist in Dataverse nicht installiert.'],
  'setup-incomplete': [
    'Verkaufszeile enthält ein Write-In-Produkt. Sie müssen das Standard-Write-In-Produkt im Fenster "Debitoren & Verkauf Einr." auswählen.',
  ],
  'missing-privilege': [
    'Dem Benutzer (Id=3f, type=8) fehlt das Recht prvWriteAccount (Id=3f).',
    'Dem Prinzipalbenutzer (Id=0f8fad5b-d9cb-469f-a165-70867728950e, type=8) fehlt das Recht prvWriteAccount',
  ],
  'bc-permission-missing': [
    'Sie verfügen nicht über die folgenden Berechtigungen für TableData Debitor: Einfügen.',
    'Die aktuellen Berechtigungen haben die Aktion verhindert. (TableData 18 Debitor Ändern: Base Application)',
  ],
  'integration-user-invalid': [
    'Der Integrationsbenutzer, der im Dataverse-Verbindungssetup angegeben ist, existiert nicht.',
    'Der in der Dataverse-Verbindungseinrichtung angegebene Integrationsbenutzer ist nicht vorhanden.',
  ],
  'license-missing': [
    'Ihre Lizenz gewährt Ihnen nicht die folgenden Berechtigungen für TableData Debitor: Einfügen.',
    'Ihre Lizenz gewährt Ihnen nicht die folgenden Berechtigungen für Codeunit 5330: Ausführen.',
  ],
  'authentication-failed': ['Die Anmeldung ist fehlgeschlagen. Benutzername oder Kennwort ist falsch.'],
  'certificate-or-tls': [
    'Die Anfrage wurde abgebrochen: Es konnte kein geschützter SSL/TLS-Kanal erstellt werden.',
  ],
  'environment-admin-mode': [
    'Der Benutzer verfügt nicht über die erforderlichen Berechtigungen (oder Rollenmitgliedschaft), um auf die Organisation zuzugreifen, wenn sie sich im Nur-Administrator-Modus befindet.',
    'Der Benutzer verfügt nicht über die erforderlichen Berechtigungen (oder Rollenmitgliedschaft) für den Zugriff auf die Organisation, wenn sie sich im Administratormodus befindet.',
  ],
  'environment-unavailable': ["Der Remotename konnte nicht aufgelöst werden: 'contoso.crm4.dynamics.com'"],
  'table-connection-missing': [
    'Die Tabellenverbindung für den Tabellentyp CRM muss mit RegisterTableConnection oder dem Cmdlet New-NAVTableConnection registriert werden, bevor sie verwendet werden kann.',
  ],
  throttled: [
    'Der Server hat zu viele Anforderungen erhalten. Zu viele Anforderungen (429).',
    'Anzahl der Anforderungen hat das Limit von 6000 im Zeitfenster von 300 Sekunden überschritten.',
  ],
  'timeout-or-network': [
    'Der Vorgang hat das Zeitlimit überschritten. Versuchen Sie es erneut.',
    'Die Verbindung mit dem Remoteserver kann nicht hergestellt werden.',
    'Zeitüberschreitung bei diesem Vorgang. Versuchen Sie es erneut.',
    'Der Vorgang hat das Zeitlimit überschritten.',
    'Die zugrunde liegende Verbindung wurde geschlossen: Die Verbindung wurde unerwartet getrennt.',
    'Es kann keine Verbindung mit dem Remoteserver hergestellt werden',
  ],
  'not-committed-yet': [
    'Die gebuchte Verkaufsrechnung 103033 ist noch nicht in der SQL-Datenbank festgeschrieben.',
    'Die gebuchte Verkaufsrechnung 103021 ist noch nicht in der SQL-Datenbank committet. Sie wird beim nächsten geplanten Synchronisierungslauf synchronisiert.',
  ],
  'lock-or-concurrency': [
    'Ein anderer Benutzer hat den Datensatz für Debitor geändert, nachdem Sie ihn aus der Datenbank abgerufen haben.',
    'Der Vorgang konnte nicht abgeschlossen werden, da ein Datensatz in der Tabelle Debitor durch einen anderen Benutzer gesperrt wurde. Wiederholen Sie die Aktivität.',
    'Ihre Aktivität wurde durch einen Deadlock mit einem anderen Benutzer blockiert.',
    'Ein anderer Benutzer hat den Datensatz für diesen Debitor geändert, nachdem Sie ihn aus der Datenbank abgerufen haben.',
  ],
  'internal-error': ['Der Synchronisierungsprozess befindet sich in einem ungültigen Zustand.'],
});
