import type { Comparison, Figures, Measure } from './comparison.ts';
import { deleteAll, deleteOlder } from './deleting.ts';
import { fill, rareErrors } from './fill.ts';
import { HttpCaller } from './http-caller.ts';
import { readTimes } from './reading.ts';
import { rare } from './reports.ts';
import { weighCounts } from './row-weights.ts';
import type { Scale } from './scale.ts';
import { median } from './statistics.ts';
import type { RunningVariant } from './variant.ts';

const dayMs = 24 * 3_600_000;
const mebibyte = 1024 * 1024;
/** So long before the retention ends do the oldest errors occur: filling must be over by then. */
const marginMs = 10 * 60_000;

const measures = {
  newest: { name: 'newest 50', unit: 'ms', targets: { plain: 400, 'batch-aware': 1.3 } },
  memory: { name: 'peak memory of the process for filling and that', unit: 'MiB' },
  problemsBefore: {
    name: 'problems with hourly counts, 7 days, before folding',
    unit: 'ms',
    targets: { plain: 20, 'batch-aware': 8 },
  },
  ledgerRow: { name: 'ledger rows, median', unit: 'kB' },
  dayBefore: { name: 'counts of a day before folding', unit: 'kB' },
  timer: { name: 'one timer run', unit: 'ms' },
  timerCalls: { name: 'storage calls of the timer run, by day table', unit: 'calls' },
  dayAfter: { name: 'counts of a day after folding', unit: 'kB' },
  recordsAfter: { name: 'records of a day after folding', unit: 'kB' },
  problemsAfter: {
    name: 'problems with hourly counts, 7 days, after folding',
    unit: 'ms',
    targets: { plain: 20, 'batch-aware': 8 },
  },
  company: {
    name: '20 errors of one company, all it has',
    unit: 'ms',
    targets: { plain: 200, 'batch-aware': 0.4 },
  },
  companyCalls: { name: 'storage calls of that page', unit: 'calls' },
  search: { name: 'q that 20 match', unit: 'ms', targets: { plain: 2, 'batch-aware': 1 } },
  older: { name: 'delete older than 1 day', unit: 'ms', targets: { plain: 1000, 'batch-aware': 200 } },
  all: { name: 'delete all', unit: 'ms', targets: { plain: 1000, 'batch-aware': 200 } },
} as const satisfies Record<string, Measure>;

/**
 * A log of seven days, filled through the API: lists, problems with hourly counts before and after the timer folded
 * them, the run of the timer, and deleting. Filling and deleting take the other two ways minutes.
 */
export function fullLog(scale: Scale): Comparison {
  return {
    measures: Object.values(measures),
    rounds: scale.rounds,
    roundsOf: { plain: scale.slowestRounds, 'batch-aware': scale.slowRounds },
    async measure(variant) {
      const isDesk = variant.name === 'desk';
      let caller = await HttpCaller.connect(variant.url);
      const to = Date.now();
      await fill(caller, { rows: scale.rows, from: to - 7 * dayMs + marginMs, to });
      const lists = variant.name === 'plain' ? 2 : 9;
      const read = (path: string, times: number, most?: number) => readTimes(caller, path, times, most);
      const newest = await read('/api/errors?maxpagesize=50', lists, 50);
      const { peakRss } = await variant.ask('usage');
      const before = await read('/api/problems', isDesk ? 9 : 2);
      const timer = isDesk ? await runTimer(variant) : {};
      // The server has closed the connection meanwhile.
      caller.close();
      caller = await HttpCaller.connect(variant.url);
      const after = isDesk ? await read('/api/problems', 9) : before;
      const company = `/api/errors?maxpagesize=20&company=${encodeURIComponent(rare.company)}`;
      await read(company, 0, rareErrors);
      const { storageCalls } = await variant.ask('usage');
      const ofCompany = await read(company, lists, rareErrors);
      const companyCalls = (await variant.ask('usage')).storageCalls - storageCalls;
      const figures = {
        [measures.newest.name]: newest,
        [measures.memory.name]: peakRss / mebibyte,
        [measures.problemsBefore.name]: before,
        ...timer,
        [measures.problemsAfter.name]: after,
        [measures.company.name]: ofCompany,
        // One more read warms up.
        [measures.companyCalls.name]: companyCalls / (lists + 1),
        [measures.search.name]: await read(`/api/errors?maxpagesize=50&q=${rare.word}`, 2, rareErrors),
        ...(await deleteEverything(caller, isDesk, scale.rows)),
      };
      caller.close();
      return figures;
    },
  };
}

/** The run of the timer, and what rows weigh before and after it. */
async function runTimer(desk: RunningVariant): Promise<Figures> {
  const before = await weighCounts(desk.errorLog);
  const { storageCalls } = await desk.ask('usage');
  const start = performance.now();
  const after = await desk.ask('run-timer');
  const ms = performance.now() - start;
  const folded = await weighCounts(desk.errorLog);
  if (folded.ledgerRows.length > 0) throw new Error('The timer did not fold everything');
  return {
    [measures.timer.name]: ms,
    [measures.timerCalls.name]: (after.storageCalls - storageCalls) / folded.countsOfDays.length,
    [measures.ledgerRow.name]: inKilobytes(before.ledgerRows),
    [measures.dayBefore.name]: inKilobytes(before.countsOfDays),
    [measures.dayAfter.name]: inKilobytes(folded.countsOfDays),
    [measures.recordsAfter.name]: inKilobytes(folded.recordsOfDays),
  };
}

function inKilobytes(bytes: readonly number[]): number {
  return median(bytes) / 1000;
}

/** Rows that are deleted as older are not there to be deleted again: for the other two ways all is both together. */
async function deleteEverything(caller: HttpCaller, isDesk: boolean, rows: number): Promise<Figures> {
  const older = await deleteOlder(caller, isDesk);
  const rest = await deleteAll(caller, isDesk);
  const deleted = isDesk ? rest.deleted : older.deleted + rest.deleted;
  if (deleted !== rows) throw new Error(`${deleted} errors of ${rows} were deleted`);
  const all = isDesk ? rest.ms : rest.ms.map((ms, index) => ms + (older.ms[index] ?? 0));
  return { [measures.older.name]: older.ms, [measures.all.name]: all };
}
