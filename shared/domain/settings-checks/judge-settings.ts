import { causesOf } from '../diagnosis/causes.ts';
import type { Language } from '../language.ts';
import { judgeAdministrator } from './administrator.ts';
import { judgeBaseCurrency } from './base-currency.ts';
import { judgeBusinessCentralRates } from './business-central-rates.ts';
import { checkIds } from './check-ids.ts';
import { judgeBaseCurrencyRate, judgeCompanyCurrencies } from './currency-setup.ts';
import { judgeDataverseRates } from './dataverse-rates.ts';
import { documentationOf } from './documentation.ts';
import { type Facts, factsOf } from './facts.ts';
import type { Finding, FindingStatus } from './finding.ts';
import { identifyIntegrationUser, judgeIntegrationUser } from './integration-user.ts';
import { judgeSenderJob, judgeSynchronizationJobs } from './job-queue.ts';
import type { Judgement } from './judgement.ts';
import {
  explainedErrors,
  namedCurrencies,
  namedPrivileges,
  type OpenProblem,
  problemsOf,
} from './open-problems.ts';
import { judgePassword } from './password.ts';
import { judgePrivileges } from './privileges.ts';
import { judgeRateAge } from './rate-age.ts';
import { judgeRateAgreement } from './rate-agreement.ts';
import type { RateQuestion } from './rate-question.ts';
import { judgeRoles } from './roles.ts';
import type { SettingsSnapshot } from './settings-snapshot.ts';
import { findingTexts } from './texts/by-language.ts';

/** What to judge. */
export interface SettingsQuestion {
  readonly snapshot: SettingsSnapshot;
  /** Its UTC day decides which exchange rates are in force. */
  readonly now: Date;
  readonly openProblems: readonly OpenProblem[];
  /** Companies that ever sent a sign of life; none if absent. */
  readonly senders?: readonly string[];
  readonly language: Language;
}

/** The findings of all checks, in the order of `checkIds`; at least one for each check. */
export function judgeSettings({
  snapshot,
  now,
  openProblems,
  senders = [],
  language,
}: SettingsQuestion): Finding[] {
  const texts = findingTexts(language);
  const { shared, companies } = factsOf(snapshot);
  const integrationUser = identifyIntegrationUser(shared.integrationUsers);
  const today = now.toISOString().slice(0, 10);
  const judgements = [
    ...judgeIntegrationUser(integrationUser, shared, texts),
    judgeAdministrator(integrationUser, shared, texts),
    ...judgeRoles(integrationUser, shared, texts),
    ...judgePrivileges(integrationUser, shared, namedPrivileges(openProblems), texts),
    judgePassword(integrationUser, shared, texts),
    judgeBaseCurrencyRate(shared, texts),
    ...companies.flatMap(({ company, facts }) => {
      const named = namedCurrencies(problemsOf(company, openProblems));
      const judged = [
        ...judgeCurrencies({ ...shared, ...facts }, { named, today, texts }),
        ...judgeSynchronizationJobs(facts.jobQueueEntries, { now, texts }),
        ...judgeSenderJob(facts.jobQueueEntries, isSender(company, senders), { now, texts }),
      ];
      return judged.map((judgement) => ({ ...judgement, ...(company !== undefined && { company }) }));
    }),
  ];
  return checkIds.flatMap((check) =>
    judgements
      .filter((judgement) => judgement.check === check)
      .map((judgement) => toFinding(judgement, openProblems)),
  );
}

/** Whether a company ever sent a sign of life. Without its name, one of any company counts. */
function isSender(company: string | undefined, senders: readonly string[]): boolean {
  return company === undefined ? senders.length > 0 : senders.includes(company);
}

/** The checks of currencies, which each company has for itself. */
function judgeCurrencies(facts: Facts, rates: RateQuestion): Judgement[] {
  return [
    judgeBaseCurrency(facts, rates),
    ...judgeBusinessCentralRates(facts, rates),
    ...judgeDataverseRates(facts, rates),
    ...judgeRateAgreement(facts, rates),
    ...judgeRateAge(facts, rates),
    ...judgeCompanyCurrencies(facts, rates.texts),
  ];
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
    explains: explainsErrors
      ? explainedErrors(judgement.check, errorKey, problemsOf(judgement.company, openProblems))
      : 0,
  };
}
