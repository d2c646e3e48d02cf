import * as z from 'zod';
import { moment } from './entry-body.ts';

/** When a company was last heard. */
export const heardBody = z
  .strictObject({
    environment: z.string().optional(),
    company: z.string(),
    lastErrorAt: moment.optional(),
    lastHeartbeatAt: moment.optional().describe("By the desk's clock"),
    quiet: z.boolean().describe('No heartbeat for three of its own intervals'),
  })
  .meta({ id: 'HeardCompany' });

/** The same with times in ms since 1970. */
export interface ToldHeard {
  readonly environment: string;
  readonly company: string;
  readonly lastErrorAt: number | undefined;
  readonly lastHeartbeatAt: number | undefined;
  readonly quiet: boolean;
}

const maxHeard = 10;

/** The first companies, and always the one that was heard last: who reads them all knows when anybody was. */
export function toHeardBodies(heard: readonly ToldHeard[]): z.output<typeof heardBody>[] {
  const first = heard.slice(0, maxHeard);
  const lastOf = ({ lastErrorAt = 0, lastHeartbeatAt = 0 }: ToldHeard) =>
    Math.max(lastErrorAt, lastHeartbeatAt);
  const last = heard.toSorted((one, other) => lastOf(one) - lastOf(other)).at(-1);
  const listed = last && !first.includes(last) ? [...first.slice(0, -1), last] : first;
  return listed.map(({ environment, company, lastErrorAt, lastHeartbeatAt, quiet }) => ({
    environment: environment || undefined,
    company,
    lastErrorAt: lastErrorAt === undefined ? undefined : new Date(lastErrorAt).toISOString(),
    lastHeartbeatAt: lastHeartbeatAt === undefined ? undefined : new Date(lastHeartbeatAt).toISOString(),
    quiet,
  }));
}
