import { catalogueKey } from './catalogue/catalogue-key.ts';
import type { Judgement } from './catalogue/judgements.ts';
import { type CatalogueMatch, matchCatalogue } from './catalogue/match-catalogue.ts';
import { type Cause, causeTable } from './causes.ts';
import type { Diagnosis, DiagnosisSubject } from './diagnosis.ts';
import { translatedLabels } from './labels/all.ts';
import { plainWords } from './likely/features.ts';
import { findLikely, likelyDiagnosis, mayBeError } from './likely/find-likely.ts';
import { builtOnce } from './matching/built-once.ts';
import { isCut } from './matching/cut-message.ts';
import { type CodeMatch, findFaultCode, findSignInCode, findSqlNumber } from './matching/find-code.ts';
import { findAccessRight, findCodeName } from './matching/find-name.ts';
import { findPrivilege } from './matching/find-privilege.ts';
import { matchBeginning, matchRule, minLiteralAlone, type RatedMatch } from './matching/match-rule.ts';
import { type PreparedMessage, prepareMessage } from './matching/prepared-message.ts';
import { keepingRecent } from './matching/recent-results.ts';
import { indexRules } from './matching/rule-index.ts';
import { subjectKey } from './matching/subject-key.ts';
import { textKey } from './matching/text-key.ts';
import { allRules } from './rules/all.ts';
import { tableOf } from './rules/keys.ts';

/** Version of the rules. It is stored with each entry, so that a changed rule does not move old entries. */
export const rulesVersion = 3;

const index = builtOnce(() => indexRules(allRules(), translatedLabels()));

/**
 * Finds the cause of a reported error. The name of a privilege decides first, then a code, then the rules and the labels
 * of the catalogue. Where none does but the words leave little doubt, the cause is `likely`; every other text is
 * `unclassified`.
 */
export function diagnose(subject: DiagnosisSubject): Diagnosis {
  const message = prepareMessage(subject.message);
  const cut = isCut(subject.message);
  const rule = matchRule(message, index(), cut);
  const privilege = findPrivilege(message, subject);
  if (privilege && !(rule && saysMoreThanPrivilege(rule))) {
    const { name, evidence } = privilege;
    return judged({ cause: 'missing-privilege', resolver: undefined }, name || tableOf(subject), evidence);
  }
  const numbered = findSignInCode(message, subject) ?? findSqlNumber(message, subject);
  if (numbered && !(rule && isStronger(rule))) return judged(numbered, numbered.code, numbered.evidence);
  const code = findFaultCode(message, subject);
  if (code && codeDecides(code, rule)) return byCode(code, subject);
  const label = rule && saysEnough(rule) ? undefined : matchCatalogue(message, cut);
  if (label && labelDecides(label, rule)) return byLabel(label, subject);
  if (rule) return byRule(rule, subject);
  if (code) return byCode(code, subject);
  const name = findAccessRight(message, subject) ?? findCodeName(message, subject);
  if (name) return byCode(name, subject);
  return (
    likelyOf(message, subject) ?? {
      cause: 'unclassified',
      key: textKey(subject),
      resolver: 'unknown',
      evidence: '',
    }
  );
}

/** What the beginning of a label at the end of a message says, or else the words of the message. */
function likelyOf(message: PreparedMessage, subject: DiagnosisSubject): Diagnosis | undefined {
  const words = plainWords(message);
  if (!mayBeError(message, words)) return undefined;
  const cut = index().endsInsideWord(message.inner) ? beginningOf(message) : undefined;
  if (cut) return likelyDiagnosis(cut.cause, cut.evidence, subject);
  return findLikely(words, subject);
}

/** How much of a label that a message has only in part must be there, in UTF-16 units. */
const minBeginning = 24;

/** The label that begins at the end of a message; undefined without one. */
function beginningOf(message: PreparedMessage): { cause: Cause; evidence: string } | undefined {
  const rule = matchBeginning(message, index());
  if (rule && rule.literal >= minBeginning) return { cause: rule.rule.cause, evidence: rule.evidence };
  const label = matchCatalogue(message, true);
  if (label && label.literal >= minBeginning) return { cause: label.label.cause, evidence: label.evidence };
  return undefined;
}

/** The same, faster for what was diagnosed a little while ago. */
export const diagnoseAgain = keepingRecent(diagnose, subjectKey);

/** Whether a rule says why the user has no rights at all. */
function saysMoreThanPrivilege({ rule }: RatedMatch): boolean {
  return rule.cause === 'environment-admin-mode' || rule.cause === 'integration-user-invalid';
}

/** Whether a code counts more than the words around it. */
function codeDecides(code: CodeMatch, match: RatedMatch | undefined): boolean {
  if (!match) return true;
  // A label is a whole sentence; a fault is only some words.
  if (code.generic || match.rule.kind === 'label' || match.rule.cause === code.cause) return false;
  return !isStronger(match);
}

/** Whether the words say more than a code: what custom code does is its own fault, and a refusal names its reason. */
function isStronger({ rule }: RatedMatch): boolean {
  return ['plugin-failure', 'environment-admin-mode', 'missing-privilege'].includes(rule.cause);
}

/** Whether a rule needs no comparison with the labels of the catalogue: it matched a sentence, or most of one. */
function saysEnough({ rule, literal }: RatedMatch): boolean {
  return rule.kind === 'label' || literal >= minLiteralAlone;
}

/** Whether a whole label counts more than the words of a fault inside it. */
function labelDecides(
  { literal, label, start, end }: CatalogueMatch,
  match: RatedMatch | undefined,
): boolean {
  if (!match) return true;
  const isInside = start <= match.start && match.start < end;
  const { cause } = match.rule;
  return isInside && literal > match.literal && label.cause !== cause && cause !== 'environment-admin-mode';
}

function byRule({ rule, captures, evidence }: RatedMatch, subject: DiagnosisSubject): Diagnosis {
  const { cause, resolver } = rule;
  return judged({ cause, resolver }, rule.key?.(captures, subject) ?? '', evidence);
}

function byCode(code: CodeMatch, subject: DiagnosisSubject): Diagnosis {
  return judged(code, catalogueKey(code.cause, subject, code.code), code.evidence);
}

function byLabel({ label, evidence }: CatalogueMatch, subject: DiagnosisSubject): Diagnosis {
  return judged(label, catalogueKey(label.cause, subject, label.code || label.key), evidence);
}

function judged({ cause, resolver }: Judgement, key: string, evidence: string): Diagnosis {
  return { cause, key, resolver: resolver ?? causeTable[cause].resolver, evidence };
}
