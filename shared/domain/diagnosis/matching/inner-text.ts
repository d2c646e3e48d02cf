/**
 * The ends of Business Central's wrappers, folded: `Modifying … failed because of the following error: …`,
 * `The data could not be updated because of the following error: …`, `Detailed description: …`.
 */
const wrapperEnd =
  /(?:following error|following reason|detailed description|volgende fout(?:melding)?|volgende reden|gedetailleerde beschrijving|folgende[nrs]? fehlers?|folgende[nrms]? grund(?:e[ns]?)?|(?:detaillierte|ausfuhrliche) beschreibung|erreur suivante|raison suivante|description (?:detaillee|detallada)|siguiente error|siguiente motivo|folgende (?:fejl|arsag)|følgende (?:fejl|arsag)|detaljeret beskrivelse) ?: ?/g;

/** What may stand before a label without being part of it: names of exceptions, codes, fields of an answer. */
const lead =
  /^(?:["'([{. -]{1,4}|(?:[a-z0-9_]{1,60}\.){0,8}[a-z0-9_]{1,60}(?:exception|fault)(?:`1)?(?: \([^()]{0,100}\))?(?:\[[^[\]]{0,200}\])?:? |(?:error|fout|fehler|erreur|fejl)(?: ?\d{1,6})? ?: |(?:error|fault|crm) ?(?:code|errorcode)?[ :=]{1,3}(?:0x[0-9a-f]{8}|-?\d{5,10})[,;.:]? |\(?0x[0-9a-f]{8}\)?[:, -]{1,3}|(?:microsoft )?(?:dynamics 365(?: sales| field service| business central)?|dataverse|common data service|business central|crm)(?: error)? ?: |(?:application|internal|badrequest|request|authentication|authorization)_[a-z]{1,60} ?: |(?:message|fault|detail|reason|crm service call returned an error|unhandled exception|inner exception|an error occurred when communicating with [a-z0-9 ]{1,40}|er is een fout opgetreden (?:bij|tijdens) (?:de communicatie|het communiceren) met [a-z0-9 ]{1,40}|bei der kommunikation mit [a-z0-9 ]{1,40} ist ein fehler aufgetreten|une erreur s'est produite lors de la communication avec [a-z0-9 ]{1,40}|(?:se produjo|se ha producido) un error al comunicarse con [a-z0-9 ]{1,40}|der opstod en fejl under kommunikation(?:en)? med [a-z0-9 ]{1,40})[.:] )/;

/** What Business Central writes before the reason why a document cannot be made. */
const documentLead =
  /^(?:the sales (?:order|quote) cannot be created|de verkoop(?:order|offerte) kan niet worden (?:gemaakt|aangemaakt)|(?:der verkaufsauftrag|der auftrag|die verkaufsofferte|das verkaufsangebot|das angebot) kann nicht erstellt werden|la commande (?:vente|de vente|client) ne peut pas etre creee|le devis (?:vente|de vente) ne peut pas etre cree|no se puede crear (?:el pedido|la oferta) de venta|(?:salgsordren|salgstilbuddet) kan ikke oprettes)\. /;

/**
 * Where the text begins that decides: after the last wrapper and after names of exceptions and codes.
 *
 * @param folded a message as {@link fold} gives it
 */
export function innerStart(folded: string): number {
  if (!folded.includes(':')) return 0;
  let start = 0;
  for (const wrapper of folded.matchAll(wrapperEnd)) start = wrapper.index + wrapper[0].length;
  return start;
}

/** Where labels may begin: at the inner text itself, and after each lead that is taken off. */
export function labelStarts(folded: string, start: number): number[] {
  const starts = [start];
  let position = start;
  const json = folded.slice(position, position + 200).match(/^\{.{0,150}?"message" ?: ?"/);
  if (json) {
    position += json[0].length;
    starts.push(position);
  }
  for (let round = 0; round < 6; round += 1) {
    const rest = folded.slice(position, position + 600);
    const found = lead.exec(rest) ?? documentLead.exec(rest);
    if (!found || found[0].length === 0) break;
    position += found[0].length;
    starts.push(position);
  }
  return starts;
}
