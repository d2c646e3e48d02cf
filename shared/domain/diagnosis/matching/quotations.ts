import { anyWord } from './any-word.ts';
import { builtOnce } from './built-once.ts';

/** Words of somebody who writes about an error, as expressions for folded text. */
const quoting = [
  // Not what an error says: "Ask your administrator".
  'asks?(?! your)',
  'asking',
  'said',
  'wrote',
  'writes',
  'told',
  'asked',
  'mention(?:s|ed)',
  'quoted',
  'quoting',
  'reported that',
  'reports that',
  'we (?:had|saw|got|have seen)',
  'would have',
  'ignore this',
  'please ignore',
  // Dutch
  'vraagt',
  'vroeg',
  'gezegd',
  'schreef',
  'schrijft',
  // German
  'fragt',
  'fragte',
  'sagte',
  'schrieb',
  'schreibt',
  // French
  'demande si',
  'signale avoir',
  'a dit',
  'a ecrit',
  // Spanish
  'pregunta si',
  'dijo',
  'dice',
  'escribio',
  // Danish
  'spørger',
  'spurgte',
  'sagde',
  'skrev',
  // Italian, Swedish, Norwegian and Portuguese
  ...[
    'chiede',
    'chiesto',
    'dice',
    'ha detto',
    'scrive',
    'ha scritto',
    'fragar',
    'fragade',
    'sager',
    'sade',
    'skriver',
  ],
  ...['spør', 'spurte', 'sier', 'perguntou', 'pergunta se', 'disse', 'escreveu'],
];

/** Words that say that an error is over, as expressions for folded text. */
const resolved = [
  '(?<!not be )(?<!not )(?:resolved|solved|fixed)',
  'has been cleared',
  'was cleared',
  'no longer (?:occurs?|happens?|appears?)',
  '(?:was|is|has been) changed from',
  'successful(?:ly)?',
  'succeeded',
  'completed (?:with no|without|successfully)',
  'works? again',
  'is back',
  '(?:is|was|has been) now (?:granted|enabled|added)',
  'is now (?:granted|enabled|available)',
  'used to (?:be|happen|appear|fail)',
  // Dutch
  'opgelost',
  'geslaagd',
  'voltooid',
  'verholpen',
  // German
  'behoben',
  'gelost',
  'erfolgreich',
  'abgeschlossen',
  // French
  'resolue?',
  'corrigee?',
  'reussie?',
  'avec succes',
  'terminee? sans',
  // Spanish
  'resuelt[oa]',
  'corregid[oa]',
  'correctamente',
  'con exito',
  // Danish
  'løst',
  'rettet i gar',
  'fuldført',
  'gennemført',
  // Italian, Swedish, Norwegian and Portuguese
  ...['risolt[oa]', 'completat[oa]', 'corrett[oa] ieri', 'riuscit[oa] con'],
  ...['atgardat', 'slutford', 'slutfort', 'fullført', 'fullfort'],
  ...['resolvid[oa]', 'corrigid[oa]', 'com exito', 'com sucesso'],
];

/** Words that people use about an error that they quote or had, and also about one that they have; for folded text. */
const ambiguous = [
  ...['says?', 'zegt', 'sagt', 'siger'],
  ...['yesterday', 'last (?:week|month|year)', 'gisteren', 'vorige week', 'gestern', 'letzte woche'],
  ...[
    'la semaine derniere',
    'ayer',
    'la semana pasada',
    'i gar',
    'sidste uge',
    'ieri',
    'la settimana scorsa',
  ],
  ...['igar', 'forra veckan', 'forrige uke', 'ontem', 'na semana passada'],
];

/** Words that introduce a quotation, an explanation or a letter, as expressions for folded text. */
const introducing = [
  '(?:comment|remark|fyi|opmerking|bemerkung|anmerkung|hinweis) ?:',
  '(?:remarque|comentario|nota|bemærk|bemærkning|kommentar) ?:',
  '(?:subject|re|fw|fwd|betreft|betreff|objet|asunto|emne|onderwerp|aw|wg|sv|vs) ?:',
  'test(?=:| message)',
  'reminder',
  'memo',
  'notes?(?=:| to )',
  'notes',
  'minutes of',
  'meeting',
  'newsletter',
  'documentation',
  'manual',
  '(?:the|this|an|see|kb|support|blog) article',
  'article (?:about|on)',
  'blog',
  'faq',
  'training',
  'tutorial',
  'example',
  'for instance',
  String.raw`e\.g\.`,
  'how (?:to|do)',
  'what (?:does|to do)',
  'see also',
  'if you (?:see|get|receive)',
  'when you see',
  'why do',
  'why does',
  'thanks',
  'thank you',
  'regards',
  'dear',
  'hello',
  'hi (?:all|team)',
  'please (?:note|be informed)',
  'todo',
  'to-do',
  'ticket',
  // Dutch
  'herinnering',
  'notitie',
  'vergadering',
  'handleiding',
  'voorbeeld',
  'bedankt',
  'met vriendelijke',
  'beste',
  // German
  'erinnerung',
  'notiz',
  'besprechung',
  'anleitung',
  'handbuch',
  'beispiel',
  'danke',
  'mit freundlichen',
  'gruße',
  'grusse',
  // French
  'rappel',
  'reunion',
  'exemple',
  'merci',
  'bonjour',
  'cordialement',
  // Spanish
  'recordatorio',
  'ejemplo',
  'gracias',
  'hola',
  'saludos',
  // Danish
  'pamindelse',
  'møde',
  'vejledning',
  'eksempel',
  'tak',
  'hej',
  'hilsen',
  // Italian, Swedish, Norwegian and Portuguese
  ...[
    'promemoria',
    'esempio',
    'grazie',
    'buongiorno',
    'cordiali saluti',
    'riunione',
    'manuale',
    'oggetto ?:',
  ],
  ...['paminnelse', 'exempel', 'tack', 'halsningar', 'mote', 'handbok', 'paminnelse', 'amne ?:', 'eksempel'],
  ...['lembrete', 'exemplo', 'obrigad[oa]', 'ola', 'cumprimentos', 'reuniao', 'assunto ?:'],
];

/** Negations that turn the next word into a failure after all: "could not be completed successfully". */
const negations = [
  'not',
  'never',
  'cannot',
  "n't",
  'niet',
  'nicht',
  'ikke',
  'pas pu',
  'no se (?:pudo|puede|ha podido)',
  'non',
  'inte',
  'nao',
];

const quotedOrResolved = builtOnce(() => anyWord([...quoting, ...resolved, ...ambiguous]));
const introduction = builtOnce(() => anyWord([...quoting, ...resolved, ...ambiguous, ...introducing]));
const plainTalk = builtOnce(() => anyWord([...quoting, ...resolved, ...introducing]));
const negatedNext = builtOnce(() => new RegExp(`(?:${negations.join('|')})(?: [a-zæøß]{1,14})? $`));

/** The end of the first of these words without a negation before it; -1 without one. */
function endOfFirst(words: RegExp, folded: string): number {
  let from = 0;
  for (let found = words.exec(folded); found; found = words.exec(folded.slice(from))) {
    const start = from + found.index;
    from = start + found[0].length;
    if (!negatedNext().test(folded.slice(Math.max(0, start - 40), start))) return from;
  }
  return -1;
}

/** Whether a folded text says that somebody quotes an error, or that the error is over. */
export function isQuotedOrResolved(folded: string): boolean {
  return endOfFirst(quotedOrResolved(), folded) !== -1;
}

/** The position in a folded text after which errors are only quoted or explained; infinite without one. */
export function quotationStart(folded: string): number {
  const end = endOfFirst(introduction(), folded);
  return end === -1 ? Number.POSITIVE_INFINITY : end;
}

/** Whether a folded text says in plain words that it only talks about an error, or that the error is over. */
export function isTalk(folded: string): boolean {
  return endOfFirst(plainTalk(), folded) !== -1;
}
