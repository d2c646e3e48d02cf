/** Any of these words, whole; `\b` would take `æ` and `ø` for the end of a word. */
const anyOf = (words: readonly string[]) =>
  new RegExp(String.raw`(?<![\w\u00df-\uffff])(?:${words.join('|')})(?![\w\u00df-\uffff])`);

/** Other products whose errors may arrive by mistake; folded. */
const otherProduct = anyOf([
  'shopify',
  'dual[- ]?write',
  'finance and operations',
  'd365fo',
  'great plains',
  'gp connector',
  'dynamics gp',
  'smtp',
  'imap',
  'pop3',
  'exchange online',
  'sharepoint',
  'onedrive',
  'outlook',
  'power bi',
  'powerbi',
  'azure devops',
  'github',
  'salesforce',
  'hubspot',
  'mailchimp',
  'paypal',
  'stripe',
  'mollie',
  'adyen',
  'amazon',
  'magento',
  'woocommerce',
  'webshop',
  'ebay',
  'avalara',
  'hmrc',
  'making tax digital',
  'vat return',
  'intrastat',
  'peppol',
  String.raw`e-invoic\w{1,10}`,
  'edi',
  'ocr',
  'bank feed',
  'yodlee',
  'kofax',
  'continia',
  'docusign',
  'twilio',
  'sftp',
  'ftp',
  'printer',
  'print job',
  'printnode',
  'microsoft teams',
  'teams (?:meeting|message|channel|notification|chat|app|integration)',
  'copilot',
  'excel',
  'microsoft word',
  'word (?:document|template|layout|add-?in)',
  'power automate',
  'logic app',
  'sendgrid',
  'slack',
  'jira',
  'zendesk',
  'sap',
  'oracle',
  'mysql',
  String.raw`postgres\w{0,5}`,
  'mongodb',
  'redis',
  'kubernetes',
  'docker',
  'cosmos db',
  'blob storage',
  'service bus',
  'event hub',
  'app store',
  'google',
  'gmail',
  'yammer',
  'linkedin',
  'ups',
  'dhl',
  'fedex',
  'elster',
  'belastingdienst',
  'digipoort',
  'facturae',
  'verifactu',
  'nemhandel',
  'chorus pro',
  'gp(?= )',
  'payment (?:service|gateway|provider)',
  'tax (?:service|authority|filing|office)',
  'bank(?: account import| statement| file|ing)?',
  'carrier',
  'web ?shop',
  'web ?winkel',
  'online-?shop',
  'onlinebutik',
  'boutique en ligne',
  'tienda (?:en linea|online|web)',
  '(?:sending|send) .{0,20}e-?mail',
  'e-?mail (?:account|server|message|queue)',
  'mail ?(?:server|box)',
  'e-?mailserver',
  '(?:e-?mail|mail|courriel|correo)(?:en|s|er)?(?= ).{0,40} (?:sent|verzonden|verstuurd|gesendet|versendet|envoye|enviar|enviado|sendes|sendt)',
  'wordpress',
  'quickbooks',
  'xero',
  'exact online',
  'afas',
  'odoo',
  'jet reports',
  'backup',
  'point of sale',
  'cash register',
  'barcode scanner',
  'payroll',
  'web service of the (?:bank|carrier|supplier)',
]);

/** Words of somebody who tells about an error, or that say it is over; folded. */
const talk = [
  'asks?|asking|vraagt|vroeg|fragt|fragte|demande si|signale avoir|pregunta si|spørger|spurgte',
  'says?|said|wrote|writes|told|asked|mention(?:s|ed)|quoted|quoting|reported that|reports that',
  '(?<!not be )(?<!not )(?:resolved|solved|fixed)|has been cleared|was cleared|no longer (?:occurs?|happens?|appears?)',
  '(?:was|is|has been) changed from|successful(?:ly)?|succeeded|completed (?:with no|without|successfully)|works? again|is back',
  '(?:is|was|has been) now (?:granted|enabled|added)|is now (?:granted|enabled|available)|we (?:had|saw|got|have seen)|last (?:week|month|year)|yesterday|used to (?:be|happen|appear|fail)|would have|ignore this|please ignore',
  'zegt|gezegd|schreef|schrijft|opgelost|geslaagd|voltooid|verholpen|gisteren|vorige week',
  'sagt|sagte|schrieb|schreibt|behoben|gelost|erfolgreich|abgeschlossen|gestern|letzte woche',
  'a dit|a ecrit|resolue?|corrigee?|reussie?|avec succes|terminee? sans|la semaine derniere',
  'dijo|dice|escribio|resuelt[oa]|corregid[oa]|correctamente|con exito|ayer|la semana pasada',
  'sagde|siger|skrev|løst|rettet i gar|fuldført|gennemført|i gar|sidste uge',
];

/** Words that introduce what is only quoted, told or explained; folded. */
const introduction = [
  '(?:comment|remark|fyi|opmerking|bemerkung|anmerkung|hinweis|remarque|comentario|nota|bemærk|bemærkning|kommentar) ?:',
  'test(?=:| message)|reminder|memo|notes?(?=:| to )|notes|minutes of|meeting|newsletter|documentation|manual|(?:the|this|an|see|kb|support|blog) article|article (?:about|on)|blog|faq|training',
  'tutorial|example|for instance|e\\.g\\.|how (?:to|do)|what (?:does|to do)|if you (?:see|get|receive)|when you see',
  'why do|why does|thanks|thank you|regards|dear|hello|hi (?:all|team)|please (?:note|be informed)|todo|to-do|ticket',
  '(?:subject|re|fw|fwd|betreft|betreff|objet|asunto|emne|onderwerp|aw|wg|sv|vs) ?:',
  'herinnering|notitie|vergadering|handleiding|voorbeeld|bedankt|met vriendelijke|beste',
  'erinnerung|notiz|besprechung|anleitung|handbuch|beispiel|danke|mit freundlichen|gruße|grusse',
  'rappel|reunion|exemple|merci|bonjour|cordialement|recordatorio|reunion|ejemplo|gracias|hola|saludos',
  'pamindelse|møde|vejledning|eksempel|tak|hej|hilsen',
];

/** What makes these words tell of a failure after all, right before them: "could not be completed successfully". */
const failed =
  /(?:not|never|cannot|n't|niet|nicht|ikke|pas pu|no se (?:pudo|puede|ha podido))(?: [a-zæøß]{1,14})? $/;

const told = anyOf(talk);
const introduced = anyOf([...talk, ...introduction]);

/** Where the first of these words ends that does not tell of a failure itself; -1 without one. */
function endOfFirst(words: RegExp, text: string): number {
  let from = 0;
  for (let found = words.exec(text); found; found = words.exec(text.slice(from))) {
    const at = from + found.index;
    from = at + found[0].length;
    if (!failed.test(text.slice(Math.max(0, at - 40), at))) return from;
  }
  return -1;
}

/** A negation right before what would decide, such as "no deadlock" or "without any timeout"; folded. */
const negated =
  /(?<![\w\u00df-\uffff])(?:no|not|never|without|zero|0|nor|isn't|wasn't|geen|niet|zonder|kein(?:e[nrms]?)?|nicht|ohne|aucune?|sans|pas|sin|ningun[oa]?|no hay|ingen|ikke|uden)(?: (?:a|any|more|further|longer|ein(?:e|en)?|de|un|una?|een))?(?: \w{1,15})? ?$/;

/** What the text around a piece says about it; worked out once for a message, and only if it is asked for. */
export class Surroundings {
  readonly #folded: string;
  #introducedAt: number | undefined;
  #otherProduct: boolean | undefined;

  constructor(folded: string) {
    this.#folded = folded;
  }

  /** Whether the text says that another product failed. */
  get namesOtherProduct(): boolean {
    this.#otherProduct ??= otherProduct.test(this.#folded);
    return this.#otherProduct;
  }

  /** Whether the text before a position says that what follows is told, quoted or explained. */
  introduces(position: number): boolean {
    if (this.#introducedAt === undefined) {
      const end = endOfFirst(introduced, this.#folded);
      this.#introducedAt = end === -1 ? Number.POSITIVE_INFINITY : end;
    }
    return this.#introducedAt <= position;
  }
}

/** Whether the text after a piece says that it was told, or is over. */
export function isTold(after: string): boolean {
  return endOfFirst(told, after) !== -1;
}

/** Whether the text right before a piece denies it. */
export function isNegated(before: string): boolean {
  return negated.test(before);
}

/** Up to three capitalized words and the legal form of a company. */
const restOfName =
  /^(?: [\p{Lu}&][\p{L}&.'-]{0,30}){0,3},? (?:Ltd|Limited|Inc|Corp|Corporation|LLC|LLP|PLC|Plc|GmbH|AG|KG|OHG|BV|B\.V|NV|N\.V|VOF|SA|S\.A|SAS|SARL|SRL|S\.L|SL|ApS|A\/S|AS|AB|Oy|Holding|Holdings)(?![\p{L}\p{N}])/u;

/** Whether a text goes on as the name of a company does: " Records Ltd"; in the writing of the message. */
export function isNameOfCompany(after: string): boolean {
  return restOfName.test(after);
}
