import type { DiagnosisSubject } from '../diagnosis.ts';
import { privilegeName } from '../rules/keys.ts';
import { anyWord } from './any-word.ts';
import { builtOnce } from './built-once.ts';
import { countsAt } from './find-code.ts';
import type { PreparedMessage } from './prepared-message.ts';

/** The name of a privilege: `prv` and a capital. */
const privilege = /(?<![\p{L}\p{N}_])prv[A-Z]\w{1,99}/gu;

/** Names that are looked at. Messages name a few, and each costs a search of what is around it. */
const maxNames = 50;

/** How far from the name a sign of the refusal may be, in UTF-16 units. */
const maxDistance = 200;

/** Words for a right and for those who have it, as expressions for folded text. */
const words = [
  // Rights
  ...[String.raw`privileg\w{0,6}`, String.raw`privilegi\w{0,3}`, 'rights?', String.raw`permi[st]s\w{0,8}`],
  ...['recht', 'rechten', String.raw`bevoegdhe\w{1,4}`, String.raw`machtiging\w{0,2}`],
  ...[String.raw`berechtigung\w{0,2}`, 'rechte', 'droits?', String.raw`autorisation\w{0,1}`],
  ...[
    String.raw`autorizza\w{1,6}`,
    String.raw`autoriza\w{1,6}`,
    'diritt[oi]',
    'permess[oi]',
    'derechos?',
    'direitos?',
  ],
  ...[String.raw`behorighet\w{0,3}`, String.raw`rattighet\w{0,4}`, String.raw`rettighed\w{0,4}`],
  ...[
    String.raw`rettighet\w{0,4}`,
    String.raw`tilladelse\w{0,3}`,
    String.raw`tillatelse\w{0,3}`,
    'permisos?',
  ],
  ...['permissao', 'permissoes', String.raw`priviligi\w{0,3}`],
  // Those who have them
  ...['users?', 'principal', String.raw`\w{0,12}gebruiker`, String.raw`\w{0,12}benutzer\w{0,4}`],
  ...['utilisateur', 'usuario', 'utente', 'utilizador', String.raw`\w{0,12}bruger\w{0,3}`],
  ...[
    String.raw`\w{0,12}bruker\w{0,3}`,
    String.raw`\w{0,14}anvandare\w{0,2}`,
    'caller',
    'callinguser',
    'team',
  ],
];

/** Words that say that somebody has the right, as expressions for folded text. */
const granted = [
  ...['granted', 'added', 'has (?:the|been given)', 'already has', 'grants', 'gives', 'contains', 'includes'],
  ...['toegevoegd', 'toegekend', 'verleend', 'gekregen', 'hinzugefugt', 'erteilt', 'zugewiesen', 'gewahrt'],
  ...[
    'accordee?',
    'ajoutee?',
    'attribuee?',
    'concedid[oa]',
    'otorgad[oa]',
    'agregad[oa]',
    'anadid[oa]',
    'asignad[oa]',
  ],
  ...[
    'tildelt',
    'tilføjet',
    'givet',
    'tillagts',
    'tilldelats',
    'lagt till',
    'lagt til',
    'aggiunt[oa]',
    'concess[oa]',
  ],
  ...['adicionad[oa]', 'atribuid[oa]', 'describes?', 'beschrijft', 'beschreibt', 'decrit'],
];

/** Words that refuse something, as expressions for folded text. */
const refusals = [
  ...[
    'denied',
    'rejected',
    'refused',
    'geweigerd',
    'verweigert',
    'abgelehnt',
    'fehlt',
    'refuse',
    'denegad[oa]',
  ],
  ...[
    'rechazad[oa]',
    'nægtet',
    'afvist',
    'nekad',
    'nekas',
    'saknas',
    'nektet',
    'avvist',
    'negat[oa]',
    'rifiutat[oa]',
  ],
  ...[
    'negad[oa]',
    'recusad[oa]',
    'missing',
    'ontbreekt',
    'manque',
    'falta',
    'mangler',
    'manca',
    'vereist',
    'required',
  ],
];

const refusalWord = builtOnce(() => anyWord([...words, ...refusals]));
const grantedWord = builtOnce(() => anyWord(granted));
const denied =
  /(?<![\w\u00df-\uffff])(?:not|never|no|niet|geen|nicht|kein\w{0,2}|pas|aucune?|non|nao|ikke|inte|ingen|ingen|sin|missing|lacks?|without|fehl\w{0,2}|mist|ontbre\w{1,5}|manca|manque|falta|mangler|saknar|saknas)(?![\w\u00df-\uffff])/;
const idOrType = /(?<!\w)(?:id|otc|privilegeid|privilegename) ?[=:]/;

/** A privilege that a user lacks. */
export interface PrivilegeMatch {
  /** Such as "prvReadAccount"; empty where the message was cut in it. */
  readonly name: string;
  readonly evidence: string;
}

/** The first privilege that a message names next to signs of a refusal, in any language. */
export function findPrivilege(
  message: PreparedMessage,
  subject: DiagnosisSubject,
): PrivilegeMatch | undefined {
  const { clean, start } = message;
  const text = clean.text.slice(start, start + message.inner.length);
  if (!text.includes('prv')) return undefined;
  let looked = 0;
  for (const { 0: name, index } of text.matchAll(privilege)) {
    if (++looked > maxNames) return undefined;
    const from = Math.max(0, index - maxDistance);
    const around = `${message.inner.slice(from, index)} ; ${message.inner.slice(index + name.length, index + name.length + maxDistance)}`;
    const refused = idOrType.test(around) || refusalWord().test(around);
    if (!refused || (grantedWord().test(around) && !denied.test(around))) continue;
    if (!countsAt(message, start + index, name.length, subject)) continue;
    return { name: privilegeName(name.slice('prv'.length), subject), evidence: name };
  }
  return undefined;
}
