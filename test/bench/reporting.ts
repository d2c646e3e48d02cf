import type { Comparison, Figures } from './comparison.ts';
import { HttpCaller } from './http-caller.ts';
import { manyReports } from './reports.ts';
import type { Scale } from './scale.ts';
import type { RunningVariant } from './variant.ts';

const minuteMs = 60_000;
const mebibyte = 1024 * 1024;
const warmUpMs = 700;
/** The measure that other work on the machine disturbs least. */
const cpuPerError = 'CPU of the app for one of them';

/** Errors a second with 64 callers that each send one at a time; and what the host takes of it. */
export function oneAtATime(scale: Scale): Comparison {
  const comparison = reportsAtATime(1, 64, { plain: 1.3, 'batch-aware': 1.3 }, scale);
  const ownPart = {
    name: 'CPU of its own part, without host and library',
    unit: 'µs',
    ownPartOf: cpuPerError,
    targets: { plain: 3 },
  } as const;
  return { ...comparison, measures: [...comparison.measures, ownPart], withNothing: true };
}

/** Errors a second, with callers that each send a number of errors at a time, again and again. */
export function reportsAtATime(
  size: number,
  callers: number,
  targets: { readonly plain: number; readonly 'batch-aware': number },
  scale: Scale,
): Comparison {
  const name = `${size} per POST, ${callers} callers`;
  return {
    measures: [
      { name, unit: 'errors/s', targets },
      { name: cpuPerError, unit: 'µs' },
    ],
    rounds: scale.shortRounds,
    async measure(variant) {
      await load(variant, { size, callers, forMs: warmUpMs, series: 'w' });
      const { errors, seconds, cpuUs } = await load(variant, {
        size,
        callers,
        forMs: scale.loadMs,
        series: 'm',
      });
      return { [name]: errors / seconds, [cpuPerError]: cpuUs / errors };
    },
  };
}

interface Load {
  readonly size: number;
  readonly callers: number;
  readonly forMs: number;
  readonly series: string;
}

/** The result of a constant load: errors stored, the time, and the CPU of the app. */
async function load({ url, ask }: RunningVariant, { size, callers, forMs, series }: Load) {
  const before = await ask('usage');
  const start = performance.now();
  const end = start + forMs;
  const sent = await Promise.all(
    Array.from({ length: callers }, async (_, number) => {
      const caller = await HttpCaller.connect(url);
      let errors = 0;
      for (let call = 0; performance.now() < end; call++) {
        const now = Date.now();
        const reports = manyReports(size, now - minuteMs, now, `${series}${number}-${call}`);
        expectCreated(await caller.call('POST', '/api/errors', Buffer.from(JSON.stringify(reports))));
        errors += size;
      }
      caller.close();
      return errors;
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const after = await ask('usage');
  return { seconds, errors: sent.reduce((sum, one) => sum + one, 0), cpuUs: after.cpuUs - before.cpuUs };
}

/** One request with thousands of errors, and the same request again. */
export function manyAtOnce(scale: Scale): Comparison {
  const first = `${scale.many} per POST`;
  const again = 'the same again';
  const cpuAgain = `${cpuPerError} again`;
  const memory = 'peak memory of the process for both';
  return {
    measures: [
      { name: first, unit: 'errors/s', targets: { plain: 5, 'batch-aware': 1.2 } },
      { name: cpuPerError, unit: 'µs' },
      { name: again, unit: 'errors/s', targets: { plain: 15, 'batch-aware': 3 } },
      { name: cpuAgain, unit: 'µs' },
      // At most half more than the batch-aware way.
      { name: memory, unit: 'MiB', targets: { 'batch-aware': 0.67 } },
    ],
    rounds: scale.shortRounds,
    roundsOf: { plain: scale.slowRounds },
    async measure(variant): Promise<Figures> {
      const caller = await HttpCaller.connect(variant.url);
      const now = Date.now();
      const bodyOf = (count: number, series: string) =>
        Buffer.from(JSON.stringify(manyReports(count, now - 60 * minuteMs, now, series)));
      const post = async (body: Buffer) => {
        const before = await variant.ask('usage');
        const start = performance.now();
        const { stored } = expectCreated(await caller.call('POST', '/api/errors', body));
        const seconds = (performance.now() - start) / 1000;
        const after = await variant.ask('usage');
        return { stored, rate: scale.many / seconds, cpuUs: (after.cpuUs - before.cpuUs) / scale.many };
      };
      await post(bodyOf(1000, 'w'));
      const body = bodyOf(scale.many, 'm');
      const once = await post(body);
      const twice = await post(body);
      const { peakRss } = await variant.ask('usage');
      caller.close();
      if (variant.name !== 'batch-aware' && twice.stored !== 0)
        throw new Error(`${variant.name} stored ${twice.stored} a second time`);
      return {
        [first]: once.rate,
        [cpuPerError]: once.cpuUs,
        [again]: twice.rate,
        [cpuAgain]: twice.cpuUs,
        [memory]: peakRss / mebibyte,
      };
    },
  };
}

/** What a variant answered to reports that it took all. */
export function expectCreated({ status, body }: { readonly status: number; readonly body: string }): {
  stored: number;
} {
  if (status !== 201) throw new Error(`A report was answered ${status}: ${body.slice(0, 500)}`);
  return JSON.parse(body);
}
