import type {
  BusinessCentralFacts,
  DataverseFacts,
  GraphFacts,
  SettingsSnapshot,
  Unavailable,
} from './settings-snapshot.ts';

/** A system that facts come from. */
export type SystemName = 'dataverse' | 'business-central' | 'graph';

/** Facts that are not known, and why. */
export interface Unknown {
  readonly known: false;
  readonly system: SystemName;
  readonly unavailable: Unavailable;
}

/** A group of facts as the rules get it: known, or unknown with the reason. */
export type Fact<Value> = { readonly known: true; readonly value: Value } | Unknown;

type Systems = DataverseFacts & BusinessCentralFacts & GraphFacts;
type ValueOf<Group> = Group extends { value?: infer Value } ? NonNullable<Value> : never;

/** All groups of a snapshot by name. */
export type Facts = {
  readonly [Name in Exclude<keyof Systems, 'unavailable'>]-?: Fact<ValueOf<NonNullable<Systems[Name]>>>;
};

/** All groups of a snapshot. An absent group gets the reason of its system, or else `not-configured`. */
export function factsOf({ dataverse, businessCentral, graph }: SettingsSnapshot): Facts {
  const fromDataverse = reader('dataverse', dataverse?.unavailable);
  const fromBusinessCentral = reader('business-central', businessCentral?.unavailable);
  const fromGraph = reader('graph', graph?.unavailable);
  return {
    integrationUsers: fromDataverse(dataverse?.integrationUsers),
    userRoles: fromDataverse(dataverse?.userRoles),
    teamRoles: fromDataverse(dataverse?.teamRoles),
    deployedRoles: fromDataverse(dataverse?.deployedRoles),
    heldPrivileges: fromDataverse(dataverse?.heldPrivileges),
    transactionCurrencies: fromDataverse(dataverse?.transactionCurrencies),
    organization: fromDataverse(dataverse?.organization),
    generalLedgerSetup: fromBusinessCentral(businessCentral?.generalLedgerSetup),
    currencies: fromBusinessCentral(businessCentral?.currencies),
    currencyExchangeRates: fromBusinessCentral(businessCentral?.currencyExchangeRates),
    user: fromGraph(graph?.user),
    directoryRoles: fromGraph(graph?.directoryRoles),
  };
}

function reader(system: SystemName, ofSystem: Unavailable | undefined) {
  return <Value>(
    group: { unavailable?: Unavailable | undefined; value?: Value | undefined } | undefined,
  ): Fact<Value> => {
    if (group?.unavailable) return { known: false, system, unavailable: group.unavailable };
    if (group?.value !== undefined) return { known: true, value: group.value };
    return { known: false, system, unavailable: ofSystem ?? { reason: 'not-configured' } };
  };
}

/** The first of the facts that is not known; undefined if all are known. */
export function firstUnknown(...facts: readonly Fact<unknown>[]): Unknown | undefined {
  return facts.find((fact) => !fact.known);
}
