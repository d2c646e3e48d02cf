import type { CheckId } from '../check-ids.ts';
import type { UnavailableReason } from '../fact-group.ts';
import type { SystemName } from '../facts.ts';

/** What a check saw. */
export interface Seen {
  readonly seen: string;
}

/** What a check saw, and what to do about it. */
export interface SeenAndRemedy extends Seen {
  readonly remedy: string;
}

/** The texts of the findings about currencies in one language. */
export interface CurrencyTexts {
  baseCurrencyMissing(): SeenAndRemedy;
  localCurrencyMissing(): SeenAndRemedy;
  baseIsLocal(currency: string): Seen;
  baseHasRate(base: string, local: string): Seen;
  baseWithoutRate(base: string, local: string): SeenAndRemedy;
  baseWithFutureRate(base: string, startingDate: string): SeenAndRemedy;
  localNotInDataverse(base: string, local: string): SeenAndRemedy;

  noCurrencies(): Seen;
  rateInBusinessCentral(currency: string, rate: number, startingDate: string): Seen;
  rateMissingInBusinessCentral(currency: string): SeenAndRemedy;
  rateZeroInBusinessCentral(currency: string, startingDate: string): SeenAndRemedy;
  rateFutureInBusinessCentral(currency: string, startingDate: string): SeenAndRemedy;
  currencyNotInBusinessCentral(currency: string): SeenAndRemedy;
  rateInDataverse(currency: string, rate: number): Seen;
  rateMissingInDataverse(currency: string): SeenAndRemedy;
  currencyInactive(currency: string): SeenAndRemedy;
  currencyNotInDataverse(currency: string): SeenAndRemedy;
  ratesNotComparable(base: string, local: string): Seen;
  ratesAgree(currency: string, businessCentral: number, dataverse: number): Seen;
  ratesDiffer(currency: string, businessCentral: number, dataverse: number, percent: number): SeenAndRemedy;
  rateKeptUp(currency: string, startingDate: string): Seen;
  rateWithoutDate(currency: string): Seen;
  rateOld(currency: string, startingDate: string, days: number): SeenAndRemedy;

  noForeignCurrencies(): Seen;
  currenciesSetUp(count: number): Seen;
  /** @param iso The code that is not of ISO 4217: the ISO code of the currency, or else its code. */
  currencyCodeNotIso(currency: string, iso: string): SeenAndRemedy;
  newCurrencyWithoutRate(currency: string): SeenAndRemedy;
  baseRateIsOne(base: string): Seen;
  baseRateIsNotOne(base: string, rate: number): SeenAndRemedy;
}

/** The texts of the findings in one language. */
export interface FindingTexts extends CurrencyTexts {
  factsUnavailable(system: SystemName, reason: UnavailableReason, detail: string | undefined): SeenAndRemedy;
  /** @param path Where the snapshot leaves the facts out, such as `dataverse.organization`. */
  factMissing(path: string): SeenAndRemedy;
  waitsFor(check: CheckId): SeenAndRemedy;

  userFound(user: string): Seen;
  usersFound(count: number): Seen;
  userMissing(): SeenAndRemedy;
  userUnique(user: string): Seen;
  userAmbiguous(users: readonly string[]): SeenAndRemedy;
  userEnabled(user: string): Seen;
  userDisabledInDataverse(user: string): SeenAndRemedy;
  userDisabledInEntra(user: string): SeenAndRemedy;
  attributeMissing(attribute: string): SeenAndRemedy;
  licenceNotNeeded(user: string): Seen;
  userLicensed(user: string): Seen;
  userNotLicensed(user: string): SeenAndRemedy;
  accessModeGood(user: string, mode: string): Seen;
  accessModeReadWrite(user: string): SeenAndRemedy;
  accessModeWrong(user: string, mode: string, expected: string): SeenAndRemedy;

  notAdministrator(user: string): Seen;
  /** The user has a role that is only called System Administrator. */
  notAdministratorByTemplate(user: string, role: string): Seen;
  administrator(user: string, roles: readonly string[]): SeenAndRemedy;
  roleThroughTeam(role: string, team: string): string;
  directoryRole(role: string): string;
  /** A role whose template is that of System Administrator, under the name it has. */
  renamedAdministrator(role: string): string;
  directoryRolesLimited(): SeenAndRemedy;
  roleHeld(user: string, role: string): Seen;
  roleHeldThroughTeam(user: string, role: string, teams: readonly string[]): SeenAndRemedy;
  roleNotHeld(user: string, role: string): SeenAndRemedy;
  /** The user has another role of the same name. */
  roleOnlyByName(user: string, role: string, id: string): SeenAndRemedy;
  roleNotDeployed(role: string): SeenAndRemedy;

  noPrivilegesNamed(): Seen;
  privilegeHeld(user: string, privilege: string): Seen;
  privilegeMissing(user: string, privilege: string): SeenAndRemedy;

  noPassword(user: string): Seen;
  passwordGood(): Seen;
  passwordChangeRequired(): SeenAndRemedy;
  passwordOnPremises(): SeenAndRemedy;
  passwordProfileLimited(): SeenAndRemedy;

  jobsRun(count: number): Seen;
  noRecurringJob(check: 'synchronization-jobs' | 'sender-job', codeunit: number): SeenAndRemedy;
  /** @param message Error message of the job; may be empty. @param user User that the job runs as; may be empty. */
  jobInError(message: string, user: string): SeenAndRemedy;
  jobOnHold(): SeenAndRemedy;
  jobOverdue(earliestStart: string): SeenAndRemedy;
  jobStatusUnknown(status: string): SeenAndRemedy;
  noSender(): Seen;
}
