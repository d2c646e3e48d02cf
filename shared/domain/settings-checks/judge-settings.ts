import { causesOf } from '../diagnosis/causes.ts';
import type { Language } from '../language.ts';
import { judgeAdministrator } from './administrator.ts';
import { judgeBaseCurrency } from './base-currency.ts';
import { judgeBusinessCentralRates } from './business-central-rates.ts';
import { checkIds } from './check-ids.ts';
import { judgeDataverseRates } from './dataverse-rates.ts';
import { documentationOf } from './documentation.ts';
import { factsOf } from './facts.ts';
import type { Finding, FindingStatus } from './finding.ts';
import { identifyIntegrationUser, judgeIntegrationUser } from './integration-user.ts';
import type { Judgement } from './judgement.ts';
import { explainedErrors, namedCurrencies, namedPrivileges, type OpenProblem } from './open-problems.ts';
import { judgePassword } from './password.ts';
import { judgePrivileges } from './privileges.ts';
import { judgeRateAgreement } from './rate-agreement.ts';
import { judgeRoles } from './roles.ts';
import type { SettingsSnapshot } from './settings-snapshot.ts';
import { findingTexts } from './texts/by-language.ts';

/** What to judge. */
export interface SettingsQuestion {
  readonly snapshot: SettingsSnapshot;
  /** Its UTC day decides which exchange rates are in force. */
  readonly now: Date;
  readonly openProblems: readonly OpenProblem[];
  readonly language: Language;
}

/** The findings of all checks, in the order of `checkIds`; at least one for each check. */
export function judgeSettings({ snapshot, now, openProblems, language }: SettingsQuestion): Finding[] {
  const texts = findingTexts(language);
  const facts = factsOf(snapshot);
  const integrationUser = identifyIntegrationUser(facts.integrationUsers);
  const rates = { named: namedCurrencies(openProblems), today: now.toISOString().slice(0, 10), texts };
  const judgements = [
    ...judgeIntegrationUser(integrationUser, facts, texts),
    judgeAdministrator(integrationUser, facts, texts),
    ...judgeRoles(integrationUser, facts, texts),
    ...judgePrivileges(integrationUser, facts, namedPrivileges(openProblems), texts),
    judgePassword(integrationUser, facts, texts),
    judgeBaseCurrency(facts, rates),
    ...judgeBusinessCentralRates(facts, rates),
    ...judgeDataverseRates(facts, rates),
    ...judgeRateAgreement(facts, rates),
  ];
  return checkIds.flatMap((check) =>
    judgements
      .filter((judgement) => judgement.check === check)
      .map((judgement) => toFinding(judgement, openProblems)),
  );
}

/**
 * The worst status of the findings, in the order fail, warn, skipped, pass. Findings that are not applicable do not
 * count. Without any other finding the verdict is `skipped`.
 */
export function verdictOf(findings: readonly Pick<Finding, 'status' | 'reason'>[]): FindingStatus {
  const statuses = findings.filter(({ reason }) => reason !== 'not-applicable').map(({ status }) => status);
  const worstFirst = ['fail', 'warn', 'skipped', 'pass'] as const;
  return worstFirst.find((status) => statuses.includes(status)) ?? 'skipped';
}

function toFinding({ errorKey, ...judgement }: Judgement, openProblems: readonly OpenProblem[]): Finding {
  const explainsErrors = judgement.status === 'fail' || judgement.status === 'warn';
  return {
    ...judgement,
    documentation: documentationOf(judgement.check),
    causes: [...causesOf(judgement.check)],
    explains: explainsErrors ? explainedErrors(judgement.check, errorKey, openProblems) : 0,
  };
}
