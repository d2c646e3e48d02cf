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
import { setupRules } from './setup.ts';
import { signInRules } from './sign-in.ts';
import { unitRules } from './units.ts';
import { userRules } from './users.ts';

/** Every rule, in the order in which they are tried: the first that recognizes a text decides. */
export const allRules = () => [
  // Errors about privileges may name a plug-in, so they are tried first.
  ...privilegeRules(),
  ...userRules(),
  ...pluginRules(),
  // The more specific label first.
  ...couplingRules(),
  ...currencyRules(),
  ...unitRules(),
  ...setupRules(),
  ...businessDataRules(),
  ...recordRules(),
  ...closedRecordRules(),
  ...signInRules(),
  ...environmentRules(),
  ...lockRules(),
  ...passingStateRules(),
  ...defectRules(),
];

/** The name of a rule; labels of other languages are listed under it. */
export type RuleName = ReturnType<typeof allRules>[number]['name'];
