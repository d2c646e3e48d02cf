import type { Incident } from './incident.ts';
import { internationalIncidents } from './incidents-international.ts';
import { netherlandsIncidents } from './incidents-netherlands.ts';

/** Everything that goes wrong on a day of the demo. */
export const incidents: readonly Incident[] = [...internationalIncidents, ...netherlandsIncidents];
