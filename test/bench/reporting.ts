import type { Comparison, Figures } from './comparison.ts';
import { HttpCaller } from './http-caller.ts';
import { manyReports } from './reports.ts';
import type { Row } from './results.ts';
import type { Scale } from './scale.ts';
import { type Bundles, type RunningVariant, startVariant } from './variant.ts';

const minuteMs = 60_000;
const warmUpMs = 700;

/** Callers that each send so many errors at a time, again and again: errors a second. */
export function reportsAtATime(
  size: number,
  callers: number,
  targets: { readonly plain: number; readonly 'batch-aware': number },
  scale: Scale,
): Comparison {
  const name = `${size} per POST, ${callers} callers`;
  return {
    measures: [{ name, unit: 'errors/s', targets }],
    rounds: scale.rounds,
    async measure(variant) {
      await load(variant, { size, callers, forMs: warmUpMs, series: 'w' });
      return { [name]: await load(variant, { size, callers, forMs: scale.loadMs, series: 'm' }) };
    },
  };
}

/** Errors a second that the local host and the library let through when nothing is stored. */
export async function benchNothing(scale: Scale, bundles: Bundles): Promise<Row[]> {
  const values: number[] = [];
  for (let round = 0; round < scale.rounds; round++) {
    const nothing = await startVariant('nothing', bundles, { errorLog: 'none' });
    try {
      await load(nothing, { size: 1, callers: 64, forMs: warmUpMs, series: 'w' });
      values.push(await load(nothing, { size: 1, callers: 64, forMs: scale.loadMs, series: 'm' }));
    } finally {
      await nothing.close();
    }
  }
  return [{ name: '1 per POST, 64 callers', unit: 'errors/s', values }];
}

interface Load {
  readonly size: number;
  readonly callers: number;
  readonly forMs: number;
  readonly series: string;
}

/** Errors a second over the time that the load is kept up. */
async function load({ url }: RunningVariant, { size, callers, forMs, series }: Load): Promise<number> {
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
  return sent.reduce((sum, one) => sum + one, 0) / seconds;
}

/** One request with thousands of errors, and the same one again. */
export function manyAtOnce(scale: Scale): Comparison {
  const first = `${scale.many} per POST`;
  const again = 'the same again';
  return {
    measures: [
      { name: first, unit: 'errors/s', targets: { plain: 5, 'batch-aware': 1 } },
      { name: again, unit: 'errors/s', targets: { plain: 5, 'batch-aware': 1 } },
    ],
    rounds: scale.rounds,
    async measure(variant): Promise<Figures> {
      const caller = await HttpCaller.connect(variant.url);
      const now = Date.now();
      const bodyOf = (count: number, series: string) =>
        Buffer.from(JSON.stringify(manyReports(count, now - 60 * minuteMs, now, series)));
      const post = async (body: Buffer) => {
        const start = performance.now();
        const { stored } = expectCreated(await caller.call('POST', '/api/errors', body));
        return { stored, errorsPerSecond: scale.many / ((performance.now() - start) / 1000) };
      };
      await post(bodyOf(1000, 'w'));
      const body = bodyOf(scale.many, 'm');
      const stored = await post(body);
      const repeated = await post(body);
      caller.close();
      if (variant.name !== 'batch-aware' && repeated.stored !== 0)
        throw new Error(`${variant.name} stored ${repeated.stored} a second time`);
      return { [first]: stored.errorsPerSecond, [again]: repeated.errorsPerSecond };
    },
  };
}

function expectCreated({ status, body }: { readonly status: number; readonly body: string }): {
  stored: number;
} {
  if (status !== 201) throw new Error(`A report was answered ${status}: ${body.slice(0, 500)}`);
  return JSON.parse(body);
}
