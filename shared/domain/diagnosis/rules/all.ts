import { businessDataRules } from './business-data.ts';
import { connectionRules } from './connection.ts';
import { couplingRules } from './coupling.ts';
import { currencyRules } from './currency.ts';
import { identityRules } from './identity.ts';
import { platformRules } from './platform.ts';
import { recordRules } from './records.ts';
import type { Rule } from './rule.ts';
import { setupRules } from './setup.ts';
import { unitRules } from './units.ts';

/** Every rule, in the order of trying: the first that recognizes a text decides. */
export const rules: readonly Rule[] = [
  // Administration mode before privileges, privileges before plug-ins: their texts name the later ones.
  ...identityRules,
  ...platformRules.filter(({ cause }) => cause === 'plugin-failure'),
  ...couplingRules,
  ...currencyRules,
  ...unitRules,
  ...setupRules,
  ...businessDataRules,
  ...recordRules,
  ...connectionRules,
  ...platformRules.filter(({ cause }) => cause !== 'plugin-failure'),
];
