import { TableErrorLog } from '../../shared/storage/error-log/table-error-log.ts';
import { openTableService } from '../../shared/storage/tables/table-service.ts';
import type { Row } from './results.ts';
import type { Scale } from './scale.ts';
import { type Bundles, type RunningVariant, startVariant } from './variant.ts';

const dayMs = 24 * 3_600_000;
/** Problems of the log, and errors in one request that fills it. */
const problemCount = 500;
const perRequest = 10_000;
/** Calls of each kind; one more before them warms up. */
const times = 9;

/** The first screen, the records of a problem with 1,000 of them, and a decision on 99 problems: time and storage calls. */
export async function benchWhatFirst(scale: Scale, bundles: Bundles): Promise<Row[]> {
  const desk = await startVariant('desk', bundles);
  try {
    await fill(desk, scale.rows);
    const overview = `overview of ${scale.rows} errors, ${problemCount} problems, 7 days`;
    const rows = await measured(overview, 16, () => get(desk, 'overview'));
    const sizes = [
      { name: `${overview}: bytes`, unit: 'B', values: [await bytesOf(desk, 'identity')], max: 32_768 },
      { name: `${overview}: bytes with br`, unit: 'B', values: [await bytesOf(desk, 'br')], max: 8192 },
    ];
    const { value } = await get(desk, 'problems?orderby=impact&series=none&maxpagesize=200');
    const [first] = value;
    const records = await measured('50 of the 1,000 records of a problem', 60, () =>
      get(desk, `problems/${first.id}/records?maxpagesize=50`),
    );
    const problems = value.slice(0, 99).map(({ id }: { id: string }) => ({ id }));
    const decided: string[] = [];
    const decisions = await measured('a decision on 99 problems', 20, async () => {
      const answer = await send(desk, 'POST', 'decisions', { problems, status: 'ignored', note: 'Known' });
      decided.push(answer.id);
      return answer;
    });
    const undo = await measured('its undo', 12, () => send(desk, 'DELETE', `decisions/${decided.pop()}`));
    return [...rows, ...sizes, ...records, ...decisions, ...undo];
  } finally {
    await desk.close();
  }
}

/** Reports errors of the last seven days, half of them of one problem with 1,000 records, and folds their counts. */
async function fill(desk: RunningVariant, count: number): Promise<void> {
  const now = Date.now();
  const reportAt = (index: number) => ({
    occurredAt: new Date(now - Math.floor((index * 7 * dayMs) / count)).toISOString(),
    company: `Company ${index % 3}`,
    mapping: index % 2 ? 'CUSTOMER' : `MAPPING ${(index / 2) % (problemCount - 3)}`,
    direction: 'to-integration-table',
    message: 'The Salesperson Code JO must be coupled to a record in Dataverse.',
    source: { app: 'business-central', table: 'Customer', recordId: `Customer: ${((index - 1) / 2) % 3000}` },
    jobId: `${Math.floor(index / 500)}`,
    errorId: `${index}`,
  });
  for (let start = 0; start < count; start += perRequest) {
    const length = Math.min(perRequest, count - start);
    const reports = Array.from({ length }, (_, index) => reportAt(start + index));
    await send(desk, 'POST', 'errors', reports);
  }
  const errorLog = new TableErrorLog(openTableService({ connectionString: desk.errorLog }), 'errors');
  for (const day of (await errorLog.days()).days) await errorLog.fold(day, () => false);
}

/** Time and storage calls of some calls, one after the other. */
async function measured(name: string, max: number, call: () => Promise<{ calls: number }>): Promise<Row[]> {
  const taken: number[] = [];
  const calls: number[] = [];
  for (let time = 0; time <= times; time++) {
    const start = performance.now();
    const answer = await call();
    if (time === 0) continue;
    taken.push(performance.now() - start);
    calls.push(answer.calls);
  }
  return [
    { name, unit: 'ms', values: taken },
    { name: `${name}: storage calls`, unit: 'calls', values: calls, max },
  ];
}

function get(desk: RunningVariant, path: string) {
  return send(desk, 'GET', path);
}

/** The body of an answer, with the storage calls made for it. */
async function send({ url }: RunningVariant, method: string, path: string, body?: unknown) {
  const answer = await fetch(new URL(`/api/${path}`, url), {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text.slice(0, 300)}`);
  return { ...JSON.parse(text), calls: Number(answer.headers.get('x-storage-transactions')) };
}

/** What an overview weighs on its way. */
async function bytesOf({ url }: RunningVariant, encoding: string): Promise<number> {
  const answer = await fetch(new URL('/api/overview', url), { headers: { 'accept-encoding': encoding } });
  await answer.arrayBuffer();
  return Number(answer.headers.get('content-length'));
}
