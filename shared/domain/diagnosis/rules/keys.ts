import type { DiagnosisSubject } from '../diagnosis.ts';
import { isCut } from '../matching/cut-message.ts';
import { normalizeMessage } from '../matching/message-normalization.ts';

const maxKey = 100;

/** The name of a column, such as "address1_line1"; more than three digits in a row would be a record number. */
const columnName = /^(?!.*\d{4})[a-z]{3}[a-z0-9_]{0,97}$/i;

const article = /^(?:the|an?|de|het|een|der|die|das|le|la|les|l'|el|los|las|den|det) ?(?=\S)/i;

/** A caption as it stands, without article, record numbers, GUIDs, and what follows a colon or its own quotes. */
export function caption(text = ''): string {
  const quoted = /^\s?['"]([^'"]{1,100})['"]/.exec(text)?.[1];
  // A long text is the rest of the message; in a short one ". " is part of a caption: "Gen. Bus. Posting Group".
  const [head = ''] = (quoted ?? text).split(text.length > 60 ? /[:=]|\. / : /[:=]/, 1);
  const plain = head.replaceAll(/["']/g, '').trim();
  if (columnName.test(plain)) return plain;
  return normalizeMessage(plain)
    .replace(article, (word) => (word.endsWith(' ') || word.endsWith("'") ? '' : word))
    .replaceAll(/\{[a-z]+\}|%/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s.,;-]+|[\s.,;-]+$/g, '')
    .slice(0, maxKey)
    .trim();
}

/** Several captions as one key; empty ones are left out. */
export function captions(...texts: readonly (string | undefined)[]): string {
  return texts
    .map((text) => caption(text))
    .filter((text) => text !== '')
    .join(' / ')
    .slice(0, maxKey);
}

/** What a caption and a value of it are about, longest first; the value may be a person and is not kept. */
const knownCaptions =
  /^(?:sales header|sales line|verkoopkop|verkaufskopf|salgshoved|en-tête vente|(?:item |resource )?unit of measure|(?:artikel|resource)?maateenheid|artikeleenheid|resource-eenheid|(?:artikel|ressourcen|basis)?einheit|maßeinheit|mengeneinheit|måleenhed(?:en)?|enheden|vareenheden|ressourceenheden|unité de mesure|code devise|cód\. divisa|währungscode|valutakode|valutacode|verkoperscode|verkäufercode|sælgerkode|code vendeur|cód\. vendedor|salesperson\/purchaser|salesperson|sales person|verkoper\/inkoper|verkoper|verkäufer\/einkäufer|verkäufer|vendeur\/acheteur|vendeur|vendedor\/comprador|vendedor|comercial|sælger\/indkøber|sælger|customer price group|base unit of measure|unit group|eenheidsgroep|eenheid|einheit|unité|unidad de medida|unidad|enhed|price list|prijslijst|currency|valuta|währung|devise|divisa|customer|klant|debitor|client|cliente|contact|kontakt|contacto|vendor|leverancier|kreditor|fournisseur|proveedor|item|artikel|article|artículo|producto|product|produkt|produit|vare|resource|ressource|recurso|payment terms|shipment method|shipping agent|opportunity|sales order|sales invoice|sales quote|sales header|project|job|work order|service item|bookable resource|location|warehouse|account|bill-to|sell-to)(?=[\s:(.,]|$)(?: (?:code|no\.|name|nr\.|numéro|n\.º|nummer|kode|código|contact|customer))?/i;

/** Whether a text names a table of the integration, in either app, or is a placeholder that was never filled. */
export function isKnownTable(text: string): boolean {
  const name = text.replace(/^(?:the |table |tables |'|")+/i, '');
  return (
    knownCaptions.test(name) ||
    /^(?:%\d|(?:crm|cds|dataverse|dynamics 365) [a-z]|(?:account|systemuser|transactioncurrency|uomschedule|pricelevel)\b)/i.test(
      name,
    )
  );
}

/** A text without the article it begins with. */
function withoutArticle(text = ''): string {
  return text.trim().replace(article, (word) => (word.endsWith(' ') || word.endsWith("'") ? '' : word));
}

/** Whether a text begins with a caption that a coupling can be about, or with a placeholder that was never filled. */
export function isDependency(text: string): boolean {
  return /^%\d/.test(text) || knownCaptions.test(withoutArticle(text));
}

/** The caption at the beginning of "Salesperson Code JO"; otherwise the table the report names. */
export function dependency(text: string | undefined, subject: DiagnosisSubject): string {
  const named = withoutArticle(text);
  const known = knownCaptions.exec(named)?.[0];
  if (!known) return tableOf(subject);
  if (/currency|valuta|währung|devise|divisa/i.test(known)) {
    const code = /\b[A-Z]{3}\b/.exec(named.slice(known.length))?.[0];
    return code ? `${known} ${code}` : known;
  }
  return known;
}

/** The table a report is about: that of the source, else of the destination, else the mapping. */
export function tableOf({ source, destination, mapping }: DiagnosisSubject): string {
  return caption(source?.table ?? destination?.table ?? mapping ?? '');
}

/** The code of a currency, such as "USD", without what stands around it. */
export function currencyCode(text = ''): string {
  return /(?<![\p{L}\p{N}])[A-Z]{3}(?![\p{L}\p{N}])/u.exec(text)?.[0] ?? '';
}

/** The first code of a Dataverse fault in a message, always in hexadecimal: "0x80040265"; empty without one. */
export function faultCode({ message }: DiagnosisSubject): string {
  const found = /0x8[0-9a-f]{7}(?![0-9a-f])|(?<!\d)-2147\d{6}(?!\d)/i.exec(message)?.[0];
  if (!found) return '';
  if (found.startsWith('-')) return `0x${(Number(found) >>> 0).toString(16)}`;
  return found.toLowerCase();
}

/** The name of a privilege, such as "prvReadAccount", from behind "prv"; empty if the message was cut within it. */
export function privilegeName(text: string | undefined, { message }: DiagnosisSubject): string {
  const name = /^[a-z0-9_]{1,100}/i.exec(text ?? '')?.[0] ?? '';
  // "is missing prv… privilege": without the last word the text is cut, whatever its length.
  const cut = message.endsWith(name) && (isCut(message) || message.endsWith(`is missing prv${name}`));
  return name === '' || cut ? '' : `prv${name}`;
}
