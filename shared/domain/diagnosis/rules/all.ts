import { businessDataRules } from './business-data.ts';
import { closedRecordRules } from './closed-records.ts';
import { couplingRules } from './coupling.ts';
import { currencyRules } from './currency.ts';
import { defectRules } from './defects.ts';
import { environmentRules } from './environment.ts';
import { lockRules } from './locks.ts';
import { passingStateRules } from './passing-states.ts';
import { pluginRules } from './plugins.ts';
import { privilegeRules } from './privileges.ts';
import { recordRules } from './records.ts';
import type { Rule } from './rule.ts';
import { setupRules } from './setup.ts';
import { signInRules } from './sign-in.ts';
import { sqlNumberRules } from './sql-numbers.ts';
import { unitRules } from './units.ts';
import { userRules } from './users.ts';

/** Every rule, in the order of trying: the first that recognizes a text decides. */
export const rules: readonly Rule[] = [
  // Administration mode before privileges, privileges before plug-ins: the texts of the former name the latter.
  ...privilegeRules,
  ...userRules,
  ...pluginRules,
  // Labels from the particular to the general.
  ...couplingRules,
  ...currencyRules,
  ...unitRules,
  ...setupRules,
  ...businessDataRules,
  ...recordRules,
  ...closedRecordRules,
  ...signInRules,
  ...environmentRules,
  // A SQL number decides for the generic words next to it.
  ...sqlNumberRules,
  ...lockRules,
  ...passingStateRules,
  ...defectRules,
];
