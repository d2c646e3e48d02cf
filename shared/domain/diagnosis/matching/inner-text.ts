import { builtOnce } from './built-once.ts';

/**
 * How Business Central's wrappers end, as expressions for folded text: `Modifying … failed because of the following
 * error: …`, `Detailed description: …`.
 */
const wrapperEnds = [
  'following error',
  'following reason',
  'detailed description',
  // Dutch
  'volgende fout(?:melding)?',
  'volgende reden',
  'gedetailleerde beschrijving',
  // German
  'folgende[nrs]? fehlers?',
  'folgende[nrms]? grund(?:e[ns]?)?',
  '(?:detaillierte|ausfuhrliche) beschreibung',
  // French
  'erreur suivante',
  'raison suivante',
  'description detaillee',
  // Spanish
  'siguiente error',
  'siguiente motivo',
  'description detallada',
  // Danish
  'folgende (?:fejl|arsag)',
  'følgende (?:fejl|arsag)',
  'detaljeret beskrivelse',
  // Italian
  'errore seguente',
  'seguente errore',
  'seguente motivo',
  'descrizione dettagliata',
  // Swedish
  'foljande (?:fel|orsak|skal)',
  'detaljerad beskrivning',
  // Norwegian
  'folgende (?:feil|arsak)',
  'følgende (?:feil|arsak)',
  'detaljert beskrivelse',
  // Portuguese
  'seguinte (?:erro|motivo)',
  'erro seguinte',
  'descricao detalhada',
];

/** Sentences that announce an error, as expressions for folded text; a colon or a full stop ends them. */
const announcements = [
  'message',
  'fault',
  'detail',
  'reason',
  'crm service call returned an error',
  'unhandled exception',
  'inner exception',
  'an error occurred when communicating with [a-z0-9 ]{1,40}',
  'er is een fout opgetreden (?:bij|tijdens) (?:de communicatie|het communiceren) met [a-z0-9 ]{1,40}',
  'bei der kommunikation mit [a-z0-9 ]{1,40} ist ein fehler aufgetreten',
  'beim kommunizieren mit [a-z0-9 ]{1,40} ist ein fehler aufgetreten',
  "une erreur s'est produite lors de la communication avec [a-z0-9 ]{1,40}",
  '(?:se produjo|se ha producido) un error al comunicarse con [a-z0-9 ]{1,40}',
  'der opstod en fejl under kommunikation(?:en)? med [a-z0-9 ]{1,40}',
  'si e verificato un errore durante la comunicazione con [a-z0-9 ]{1,40}',
  'ett fel uppstod vid kommunikation(?:en)? med [a-z0-9 ]{1,40}',
  'det oppstod en feil under kommunikasjon(?:en)? med [a-z0-9 ]{1,40}',
  'ocorreu um erro ao comunicar com [a-z0-9 ]{1,40}',
];

/** What may precede a label without being part of it, as expressions for folded text. */
const leads = [
  // Quotes, brackets and dashes.
  `["'([{. -]{1,4}`,
  // The name of an exception.
  '(?:[a-z0-9_]{1,60}\\.){0,8}[a-z0-9_]{1,60}(?:exception|fault)(?:`1)?(?: \\([^()]{0,100}\\))?(?:\\[[^[\\]]{0,200}\\])?:? ',
  '(?:error|fout|fehler|erreur|fejl|errore|fel|feil|erro|foutmelding|fehlermeldung|fejlmeddelelse)(?: ?\\d{1,6})? ?: ',
  // A code.
  '(?:error|fault|crm) ?(?:code|errorcode)?[ :=]{1,3}(?:0x[0-9a-f]{8}|-?\\d{5,10})[,;.:]? ',
  '\\(?0x[0-9a-f]{8}\\)?[:, -]{1,3}',
  '(?:application|internal|badrequest|request|authentication|authorization)_[a-z]{1,60} ?: ',
  // A word of regret.
  '(?:sorry|helaas|leider|desole|malheureusement|lo sentimos|lamentablemente|beklager|desværre|tyvarr|dessverre|spiacenti|purtroppo|lamentamos|infelizmente), ',
  // The name of a system.
  '(?:microsoft )?(?:dynamics 365(?: sales| field service| business central)?|dataverse|common data service|business central|crm)(?: error)? ?: ',
  `(?:${announcements.join('|')})[.:] `,
];

/** What Business Central writes before the reason why a document cannot be created, as expressions for folded text. */
const documentLeads = [
  'the sales (?:order|quote) cannot be created',
  'de verkoop(?:order|offerte) kan niet worden (?:gemaakt|aangemaakt)',
  '(?:der verkaufsauftrag|der auftrag|die verkaufsofferte|das verkaufsangebot|das angebot) kann nicht erstellt werden',
  'la commande (?:vente|de vente|client) ne peut pas etre creee',
  'le devis (?:vente|de vente) ne peut pas etre cree',
  'no se puede crear (?:el pedido|la oferta) de venta',
  '(?:salgsordren|salgstilbuddet) kan ikke oprettes',
  'impossibile creare (?:l.ordine|l.offerta) di vendita',
  'det gar inte att skapa (?:forsaljningsordern|forsaljningsofferten)',
  '(?:salgsordren|salgstilbudet) kan ikke opprettes',
  'nao e possivel criar a (?:encomenda|cotacao|proposta) de venda',
];

const wrapperEnd = builtOnce(() => new RegExp(`(?:${wrapperEnds.join('|')}) ?: ?`, 'g'));
const lead = builtOnce(() => new RegExp(`^(?:${leads.join('|')})`));
const documentLead = builtOnce(() => new RegExp(`^(?:${documentLeads.join('|')})\\. `));

/** An answer in JSON up to the text of its message. */
const jsonLead = /^\{.{0,150}?"message" ?: ?"/;

/** The most leads that are skipped before a label. */
const maxLeads = 6;

/** Where the inner text of a folded message begins: after the last wrapper. */
export function innerStart(folded: string): number {
  if (!folded.includes(':')) return 0;
  let start = 0;
  for (const wrapper of folded.matchAll(wrapperEnd())) start = wrapper.index + wrapper[0].length;
  return start;
}

/** Where a label may begin in a folded inner text: at its start, and after each lead. */
export function labelStarts(folded: string): number[] {
  const starts = [0];
  let position = 0;
  const json = jsonLead.exec(folded.slice(0, 200));
  if (json) {
    position += json[0].length;
    starts.push(position);
  }
  for (let round = 0; round < maxLeads; round += 1) {
    const rest = folded.slice(position, position + 600);
    const found = lead().exec(rest) ?? documentLead().exec(rest);
    if (!found || found[0].length === 0) break;
    position += found[0].length;
    starts.push(position);
  }
  return starts;
}
