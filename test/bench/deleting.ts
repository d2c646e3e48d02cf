import type { Comparison } from './comparison.ts';
import { fill } from './fill.ts';
import { HttpCaller } from './http-caller.ts';
import type { Scale } from './scale.ts';
import type { RunningVariant } from './variant.ts';

const dayMs = 24 * 3_600_000;

/** Deletes what is older than some days, which is half of the log, and then all that is left. */
export function deleting(scale: Scale): Comparison {
  const half = scale.rows / 2;
  const olderThan = `delete older than N: ${half} of ${scale.rows}`;
  const all = `delete all: the other ${half}`;
  return {
    measures: [
      { name: olderThan, unit: 'ms', targets: { plain: 1000, 'batch-aware': 200 } },
      { name: all, unit: 'ms', targets: { plain: 1000, 'batch-aware': 200 } },
    ],
    rounds: scale.rounds,
    roundsOf: { plain: scale.slowRounds, 'batch-aware': scale.slowRounds },
    options: (name) => ({
      prepare(errorLog) {
        const now = Date.now();
        return fill(name, errorLog, { rows: scale.rows, from: now - 6 * dayMs, to: now });
      },
    }),
    async measure(variant) {
      const olderThanMs = await cleanUp(variant, 3, half);
      const allMs = await cleanUp(variant, undefined, half);
      return { [olderThan]: olderThanMs, [all]: allMs };
    },
  };
}

/** How long it takes until the answer says that so many are gone. */
async function cleanUp(
  { name, url }: RunningVariant,
  olderThanDays: number | undefined,
  expected: number,
): Promise<number> {
  const caller = await HttpCaller.connect(url);
  // A first read, so that no variant is measured while it opens its connection to storage.
  await caller.call('GET', '/api/health');
  const start = performance.now();
  const { status, body } =
    name === 'desk'
      ? await caller.call(
          'POST',
          '/api/cleanups',
          Buffer.from(JSON.stringify(olderThanDays ? { olderThanDays } : { all: true })),
        )
      : await caller.call('DELETE', `/api/errors?olderThanDays=${olderThanDays ?? 0}`);
  const ms = performance.now() - start;
  caller.close();
  const { deleted }: { deleted?: number } = JSON.parse(body);
  // The clock goes on between filling and deleting, so a few more are old enough by then.
  if (deleted === undefined || Math.abs(deleted - expected) > expected / 100)
    throw new Error(`${name} was to delete about ${expected} and answered ${status}: ${body.slice(0, 500)}`);
  return ms;
}
