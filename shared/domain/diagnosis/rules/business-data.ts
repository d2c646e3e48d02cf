import { closingField } from './closing-field.ts';
import { captions, isKnownTable, tableOf } from './keys.ts';
import { type Captures, defineRules } from './rule.ts';

const setupTable =
  /(?:setup|instellingen|instelling|inrichting|einrichtung|paramètres|configuración|config\.|konfiguration|opsætning)\b/i;

/** Tells setup tables, which the administrator fills in, from records, which their user fills in. */
const isSetup = ({ table = '' }: Captures) => setupTable.test(table.split(':')[0] ?? '');

/** In every language the caption of a table begins with a capital. */
const isCaption = (table: string) => /^[^\p{L}]*\p{Lu}|^%/u.test(table);

const emptyField = ['{field} must have a value in {table}', '{field} must be filled in {}. Enter a value'];

/** The table and the field, without the words before the field and after the table. */
const fieldKey = ({ field, known, table = known }: Captures) =>
  captions(
    table?.replace(/ (?:window|(?:Document Type|(?:Line |Entry )?No\.|Code|Primary Key)=.*)\.?$/i, ''),
    field?.replace(/^.*: /, ''),
  );

/** Values that fail the validation of Business Central or Dataverse. */
export const businessDataRules = defineRules(() => [
  {
    name: 'empty setup field',
    cause: 'setup-incomplete',
    kind: 'label',
    labels: [
      ...emptyField,
      '{}contains a write-in product. You must choose the default write-in product in {table}',
      '{}contains a write-in product{}',
      'You must choose the default write-in product in {table}',
      'You must (specify|set up|fill in) {field} in {table}',
      'You must specify a {field} in {table}',
    ],
    accepts: (captures) => captures['table'] === undefined || isSetup(captures),
    key: fieldKey,
    examples: [
      'Default Item Nos. must have a value in Inventory Setup: Primary Key=. It cannot be zero or empty.',
      'Sales line contains a write-in product. You must choose the default write-in product in Sales & Receivables Setup window.',
      'Standaardartikel moet een waarde hebben in Verkoopinstellingen: Primaire sleutel=. Mag niet nul of leeg zijn.',
      'Debitorennummern muss einen Wert in Debitoren & Verkauf Einrichtung: Primärschlüssel= enthalten.',
      'N° client doit avoir une valeur dans Paramètres ventes: Clé primaire=. Il ne peut pas être zéro ou vide.',
      'N.º cliente debe tener un valor en Configuración ventas y cobros: Clave primaria=. No puede ser cero ni estar vacío.',
      'Debitornumre skal have en værdi i Opsætning af Salg: Primærnøgle=. Den må ikke være nul eller tom.',
    ],
    nearMisses: ['Address must have a value in Customer: No.=10000. It cannot be zero or empty.'],
  },
  {
    name: 'empty record field',
    cause: 'business-data-invalid',
    kind: 'label',
    labels: emptyField,
    accepts: ({ field = '', table = '' }) => field.length <= 80 && isCaption(table),
    key: fieldKey,
    examples: [
      'Gen. Bus. Posting Group must have a value in Customer: No.=10000. It cannot be zero or empty.',
      'Bedrijfsboekingsgroep moet een waarde hebben in Klant: Nr.=10000. Mag niet nul of leeg zijn.',
      'Geschäftsbuchungsgruppe muss einen Wert in Debitor: Nr.=10000 enthalten. Er darf nicht Null oder leer sein.',
      'Groupe compta. marché doit avoir une valeur dans Client: N°=10000. Il ne peut pas être zéro ou vide.',
      'Grupo registro cliente debe tener un valor en Cliente: Nº=C0001883. No puede ser cero ni estar vacío.',
      'Virksomhedsbogføringsgruppe skal have en værdi i Debitor: Nummer=10000. Den må ikke være nul eller tom.',
    ],
    nearMisses: ['A good plan must have a goal.'],
  },
  {
    name: 'value not in the related table',
    cause: 'business-data-invalid',
    kind: 'label',
    labels: [
      'The field {field} of table {table} contains a value ({}) that cannot be found in the related table',
      'The field {field} of table {table} contains a value',
      'The value {} in field {field} cannot be found in the related table',
      'You must (specify|enter|fill in) (the |a |an |){field} in (the |){known}',
      '(Application_FieldValidationException|Application_StringExceededLength)',
      "'{}' is not a valid {field}",
      '{} is not a valid (e-mail|email) address',
      'The (e-mail|email) address {} is not valid',
    ],
    accepts: ({ known }) => known === undefined || (isKnownTable(known) && isCaption(known)),
    key: fieldKey,
    examples: [
      'You must specify Currency Code in Sales Header Document Type=Order, No.=1001.',
      'The field Payment Terms Code of table Customer contains a value (NET90) that cannot be found in the related table (Payment Terms).',
      'Het veld Betalingsconditiecode van tabel Klant bevat een waarde (NET90) die niet kan worden gevonden in de gerelateerde tabel (Betalingscondities).',
      'Das Feld Zahlungsbedingungscode der Tabelle Debitor enthält einen Wert (NET90), der in der verknüpften Tabelle nicht gefunden werden kann.',
      'Le champ Code condition paiement de la table Client contient une valeur (NET90) introuvable dans la table liée.',
      'El campo Cód. términos pago de la tabla Cliente contiene un valor (NET90) que no se puede encontrar en la tabla relacionada.',
      'Feltet Betalingsbetingelseskode i tabellen Debitor indeholder en værdi (NET90), der ikke findes i den relaterede tabel.',
    ],
    nearMisses: ['The field of tulips contains a value that cannot be measured.'],
  },
  {
    name: 'value rejected by Business Central',
    cause: 'business-data-invalid',
    kind: 'label',
    labels: [
      'The length of the string is {}, but it must be less than or equal to {} characters',
      "The value {} (cannot|can't) be evaluated into type {}",
      'Your entry of {} is not an acceptable value for {field}',
      'The value that you are trying to convert is in incorrect format',
      'Invalid destination record number',
      'Cannot convert {} to type {}',
      '{field} must be filled in',
      '{field} (cannot|must not) be (empty|blank|negative|zero)',
      'The (date|time|amount|value) is not valid',
      '{field} must be equal to {} in {table}. Current value is {}',
      '{field} must not be {} in {table}',
      '{field} must be {} in {table}. Current value is {}',
      'The contact {} must have a contact company that has a business relation to a {}',
      'The contact cannot be (synchronized|created) because the company does not exist',
      '{} account should have relationship type of Customer or Vendor',
      '{} product should have type of Sales Inventory or Services',
      'Cannot synchronize invoice lines separately',
      'Cannot synchronize the (product|resource) {}',
      'Cannot create the invoice in {}. The customer from the original {} sales order {} was changed or is no longer coupled',
      'The selected type of the {} account is not customer',
      'Unexpected value of product type code for product {}',
      'Only {} Owner of Type SystemUser can be mapped to Salespeople',
      "'{}' is an invalid {field}",
      'The value {} is not a valid (decimal|integer|date|number|whole number|boolean|option|GUID) {}',
      'Validation error (for|on|in) field {field}',
      'Validation error (for|on|in) field: {field}, Message{}',
      'Posting Date is not within your range of allowed posting dates',
      'The {} must be a number between',
      'You cannot change (the |){field} field because {}',
      'You cannot change {field} because {}',
      'You cannot delete {} because {}',
      'You cannot rename {}',
      'The currency of the {} does not match',
    ],
    accepts: ({ field = '' }) => field.length <= 80 && !closingField.test(field),
    key: (captures, subject) => fieldKey(captures) || tableOf(subject),
    examples: [
      'The length of the string is 35, but it must be less than or equal to 30 characters. Value: Contoso Amsterdam',
      "The value 'abc' can't be evaluated into type Decimal.",
      "Your entry of 'X' is not an acceptable value for 'Type'.",
      'The contact KT100 must have a contact company that has a business relation to a customer or vendor.',
      'The contact cannot be synchronized because the company does not exist.',
      'Cannot synchronize invoice lines separately.',
      "Type must be equal to 'Company' in Contact: No.=KT1. Current value is 'Person'.",
      'Unexpected value of product type code for product 1000. The supported values are: sales inventory, services.',
      'De lengte van de tekenreeks is 35, maar mag maximaal 30 tekens zijn.',
      'Die Länge der Zeichenfolge ist 35, muss aber kleiner oder gleich 30 Zeichen sein.',
      'La longueur de la chaîne est de 35, mais elle doit être inférieure ou égale à 30 caractères.',
      'La longitud de la cadena es 35, pero debe ser menor o igual que 30 caracteres.',
      'Længden af strengen er 35, men den skal være mindre end eller lig med 30 tegn.',
    ],
    nearMisses: ['The length of the rope is 35 meters.', 'Please contact the company.'],
  },
  {
    name: 'value rejected by Dataverse',
    cause: 'business-data-invalid',
    kind: 'fault',
    labels: [
      'A validation error occurred. The length of the {field} attribute of the {table} entity exceeded the maximum',
      'A validation error occurred. The value {} of {field} on record of type {table} is outside the valid range',
      'A validation error occurred. The value of {field} on record of type {table} is outside the valid range',
      'is outside the valid range. Accepted Values',
      'exceeded the maximum allowed length',
      'A currency is required if a value exists in a money field',
      'The currency {}does not match the currency of the price list',
      "currency of the price list (don't|do not|does not|doesn't) match",
      'The price list {}currency {}does not match',
      'You cannot set the currency',
      'A price list is required',
      'The product is not included in the price list',
      'The product is not {}in the price list',
      'A required field {}is missing',
      'Required field {} is missing',
      'The {field} field is required',
      'String or binary data would be truncated',
      'Attribute: {field} cannot be set to NULL',
      '(is|was) not a valid option',
    ],
    key: (captures, subject) => fieldKey(captures) || tableOf(subject),
    examples: [
      "A validation error occurred. The length of the 'telephone1' attribute of the 'account' entity exceeded the maximum allowed length of '50'.",
      "A validation error occurred. The value of 'creditlimit' on record of type 'account' is outside the valid range. Accepted Values: 0 to 100",
      'A currency is required if a value exists in a money field. Select a currency and try again.',
      'The currency of the invoice does not match the currency of the price list.',
      'String or binary data would be truncated.',
      'De waarde van kredietlimiet ligt buiten het geldige bereik.',
    ],
    nearMisses: ['The bus exceeded the speed limit.', 'Which field is required for grazing?'],
  },
]);
