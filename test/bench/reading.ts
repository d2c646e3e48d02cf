import { dayMs } from '../../shared/domain/reports/days.ts';
import type { Comparison } from './comparison.ts';
import { fill } from './fill.ts';
import { HttpCaller } from './http-caller.ts';
import type { Scale } from './scale.ts';
import { median } from './statistics.ts';

const mebibyte = 1024 * 1024;

/** Calls of each kind in one run; their median counts. One more call before them warms up. */
const calls = { fast: 15, slow: 2 };

/** The newest 50, and the problems with hourly counts, of a log over a little more than seven days. */
export function readingAFullLog(scale: Scale): Comparison {
  const newest = `newest 50 of ${scale.rows}`;
  const memory = 'peak memory of the process for that';
  const problems = `problems with hourly counts, 7 days, ${scale.rows} errors`;
  return {
    measures: [
      { name: newest, unit: 'ms', targets: { plain: 50, 'batch-aware': 1 } },
      { name: memory, unit: 'MiB' },
      { name: problems, unit: 'ms', targets: { plain: 20, 'batch-aware': 10 } },
    ],
    rounds: scale.rounds,
    roundsOf: { plain: scale.slowRounds, 'batch-aware': scale.slowRounds },
    options: (name) => ({
      prepare(errorLog) {
        // A little before the retention ends, so that the horizon lies within an hour, as it nearly always does.
        const to = Date.now();
        return fill(name, errorLog, { rows: scale.rows, from: to - 7 * dayMs - dayMs / 48, to });
      },
    }),
    async measure(variant) {
      const caller = await HttpCaller.connect(variant.url);
      const times = async (path: string, count: number) => {
        const taken: number[] = [];
        for (let call = 0; call <= count; call++) {
          const start = performance.now();
          const { status, body } = await caller.call('GET', path);
          taken.push(performance.now() - start);
          const { value }: { value: unknown[] } = JSON.parse(body);
          if (status !== 200 || value.length === 0) throw new Error(`${path} was answered ${status}`);
        }
        return median(taken.slice(1));
      };
      const newestMs = await times(
        '/api/errors?maxpagesize=50',
        variant.name === 'plain' ? calls.slow : calls.fast,
      );
      const { peakRss } = await variant.ask('usage');
      const problemsMs = await times('/api/problems', variant.name === 'desk' ? calls.fast : calls.slow);
      caller.close();
      return { [newest]: newestMs, [memory]: peakRss / mebibyte, [problems]: problemsMs };
    },
  };
}
