import { dayMs } from '../../shared/domain/reports/days.ts';
import type { Comparison } from './comparison.ts';
import { fill } from './fill.ts';
import { HttpCaller } from './http-caller.ts';
import type { Scale } from './scale.ts';
import type { RunningVariant, VariantName } from './variant.ts';

/**
 * Deletes everything older than a day, which is the whole log; then fills the log again and deletes all. For the other two
 * ways both are the same request. It takes them minutes, so it is measured once.
 */
export function deleting(scale: Scale): Comparison {
  const olderThan = `delete ${scale.rows} older than N`;
  const all = `delete all ${scale.rows}`;
  const fillUp = (name: VariantName, errorLog: string, daysAgo: readonly [from: number, to: number]) => {
    const [from, to] = daysAgo.map((days) => Date.now() - days * dayMs);
    return fill(name, errorLog, { rows: scale.rows, from: from ?? 0, to: to ?? 0 });
  };
  return {
    measures: [
      { name: olderThan, unit: 'ms', targets: { plain: 1000, 'batch-aware': 200 } },
      { name: all, unit: 'ms', targets: { plain: 1000, 'batch-aware': 200 } },
    ],
    rounds: scale.rounds,
    roundsOf: { plain: scale.slowestRounds, 'batch-aware': scale.slowestRounds },
    options: (name) => ({ prepare: (errorLog) => fillUp(name, errorLog, [6.5, 1.1]) }),
    async measure(variant) {
      await warmUp(variant);
      const olderThanMs = await cleanUp(variant, 1, scale.rows);
      if (variant.name !== 'desk') return { [olderThan]: olderThanMs, [all]: olderThanMs };
      await fillUp(variant.name, variant.errorLog, [0.9, 0]);
      const allMs = await cleanUp(variant, undefined, scale.rows);
      return { [olderThan]: olderThanMs, [all]: allMs };
    },
  };
}

/** A similar request that changes nothing: it opens the first connection before anything is measured. */
async function warmUp({ name, url }: RunningVariant): Promise<void> {
  const caller = await HttpCaller.connect(url);
  const { status } =
    name === 'desk'
      ? await caller.call('POST', '/api/cleanups', Buffer.from('{"all":true,"preview":true}'))
      : await caller.call('GET', '/api/errors?maxpagesize=50');
  caller.close();
  if (status !== 200) throw new Error(`${name} answered ${status}`);
}

/** Time until the answer says that the expected number of errors is deleted, ms. */
async function cleanUp(
  { name, url }: RunningVariant,
  olderThanDays: number | undefined,
  expected: number,
): Promise<number> {
  const caller = await HttpCaller.connect(url);
  const request = Buffer.from(JSON.stringify(olderThanDays ? { olderThanDays } : { all: true }));
  const start = performance.now();
  const { status, body } =
    name === 'desk'
      ? await caller.call('POST', '/api/cleanups', request)
      : await caller.call('DELETE', `/api/errors?olderThanDays=${olderThanDays ?? 0}`);
  const ms = performance.now() - start;
  caller.close();
  const { deleted }: { deleted?: number } = JSON.parse(body);
  if (deleted !== expected)
    throw new Error(`${name} was to delete ${expected} and answered ${status}: ${body.slice(0, 500)}`);
  return ms;
}
