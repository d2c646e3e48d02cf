import type { BusinessCentralCompany, BusinessCentralFacts } from './business-central-facts.ts';
import type { Unavailable } from './fact-group.ts';
import type { DataverseFacts, GraphFacts, SettingsSnapshot } from './settings-snapshot.ts';

/** A system that facts come from. */
export type SystemName = 'dataverse' | 'business-central' | 'graph';

/** Facts that are not known, and why. */
export interface Unknown {
  readonly known: false;
  readonly system: SystemName;
  readonly unavailable: Unavailable;
  /** Where a snapshot leaves these facts out, such as `dataverse.organization`; absent if it gives a reason. */
  readonly missingAt?: string;
}

/** A group of facts as the rules get it: known, or unknown with the reason. */
export type Fact<Value> = { readonly known: true; readonly value: Value } | Unknown;

type Group<Value> = { unavailable?: Unavailable | undefined; value?: Value | undefined };
type ValueOf<Group> = Group extends { value?: infer Value } ? NonNullable<Value> : never;
type FactsIn<System> = {
  readonly [Name in Exclude<keyof System, 'unavailable' | 'company' | 'companies'>]-?: Fact<
    ValueOf<NonNullable<System[Name]>>
  >;
};

/** The facts of one company of Business Central. */
export type CompanyFacts = FactsIn<BusinessCentralCompany>;

/** The facts that all companies share. */
export type SharedFacts = FactsIn<DataverseFacts & GraphFacts>;

/** All groups of facts by name, as the rules get them for one company. */
export type Facts = SharedFacts & CompanyFacts;

/** The facts of a snapshot. */
export interface AllFacts {
  readonly shared: SharedFacts;
  /** At least one company. Only the facts of a single company may come without a name. */
  readonly companies: readonly { readonly company?: string; readonly facts: CompanyFacts }[];
}

/** All groups of a snapshot. An absent group gets the reason of its system, or else `not-configured` with its path. */
export function factsOf({ dataverse, businessCentral, graph }: SettingsSnapshot): AllFacts {
  const fromDataverse = reader('dataverse', 'dataverse', dataverse?.unavailable);
  const fromGraph = reader('graph', 'graph', graph?.unavailable);
  return {
    shared: {
      integrationUsers: fromDataverse('integrationUsers', dataverse?.integrationUsers),
      userRoles: fromDataverse('userRoles', dataverse?.userRoles),
      teamRoles: fromDataverse('teamRoles', dataverse?.teamRoles),
      deployedRoles: fromDataverse('deployedRoles', dataverse?.deployedRoles),
      heldPrivileges: fromDataverse('heldPrivileges', dataverse?.heldPrivileges),
      transactionCurrencies: fromDataverse('transactionCurrencies', dataverse?.transactionCurrencies),
      organization: fromDataverse('organization', dataverse?.organization),
      user: fromGraph('user', graph?.user),
      directoryRoles: fromGraph('directoryRoles', graph?.directoryRoles),
    },
    companies: companiesOf(businessCentral),
  };
}

function companiesOf(businessCentral: BusinessCentralFacts | undefined): AllFacts['companies'] {
  const { companies = [], unavailable, ...groups } = businessCentral ?? {};
  const named = companies.map(({ company, ...facts }, index) => ({
    company,
    facts: companyFacts(`businessCentral.companies[${index}]`, facts, facts.unavailable ?? unavailable),
  }));
  const hasNameless = named.length === 0 || Object.values(groups).some((facts) => facts !== undefined);
  return hasNameless ? [{ facts: companyFacts('businessCentral', groups, unavailable) }, ...named] : named;
}

function companyFacts(
  path: string,
  groups: Omit<BusinessCentralCompany, 'company' | 'unavailable'>,
  unavailable: Unavailable | undefined,
): CompanyFacts {
  const from = reader('business-central', path, unavailable);
  return {
    generalLedgerSetup: from('generalLedgerSetup', groups.generalLedgerSetup),
    currencies: from('currencies', groups.currencies),
    currencyExchangeRates: from('currencyExchangeRates', groups.currencyExchangeRates),
    jobQueueEntries: from('jobQueueEntries', groups.jobQueueEntries),
  };
}

function reader(system: SystemName, path: string, ofSystem: Unavailable | undefined) {
  return <Value>(name: string, group: Group<Value> | undefined): Fact<Value> => {
    if (group?.unavailable) return { known: false, system, unavailable: group.unavailable };
    if (group?.value !== undefined) return { known: true, value: group.value };
    if (ofSystem) return { known: false, system, unavailable: ofSystem };
    return {
      known: false,
      system,
      unavailable: { reason: 'not-configured' },
      missingAt: `${path}.${name}`,
    };
  };
}

/** The first of the facts that is not known; undefined if all are known. */
export function firstUnknown(...facts: readonly Fact<unknown>[]): Unknown | undefined {
  return facts.find((fact) => !fact.known);
}
