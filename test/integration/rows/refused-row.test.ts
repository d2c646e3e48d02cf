import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportErrors } from '../../../functions/report-errors.ts';
import { TableErrorLog } from '../../../shared/storage/error-log/table-error-log.ts';
import type { TransactionResult } from '../../../shared/storage/tables/entity-group-transaction.ts';
import type { Table, TableService } from '../../../shared/storage/tables/table-service.ts';
import { storeReports } from '../../../shared/use-cases/store-reports.ts';
import { call } from '../../support/call.ts';
import { countedEntries } from '../../support/counting.ts';
import { portsAt } from '../../support/desk-ports.ts';
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts';
import { aReportBody } from '../../support/reports.ts';
import { servicesWith } from '../../support/services.ts';
import { memoryStorage, storageThrough } from '../../support/storage.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const reason = 'PropertyValueTooLarge: The property value exceeds the maximum allowed size (64KB)';

let proxy: FaultProxy;
beforeAll(async () => {
  proxy = await startFaultProxy();
});
afterAll(() => proxy[Symbol.asyncDispose]());

/** Tables that never take a row whose text holds a word; `tellsStep`: they say which row it is, as the service does. */
function refusing(tables: TableService, word: string, tellsStep: boolean): TableService {
  return {
    table(name) {
      const table = tables.table(name);
      const transaction: Table['transaction'] = (partition, operations): Promise<TransactionResult> => {
        const step = operations.findIndex((one) => 'json' in one && one.json.includes(word));
        if (step < 0) return table.transaction(partition, operations);
        const refused = tellsStep ? step : undefined;
        return Promise.resolve({ done: false, conflict: 'refused', step: refused, reason });
      };
      return {
        transaction,
        query: (query) => table.query(query),
        get: (partition, rowKey) => table.get(partition, rowKey),
        create: () => table.create(),
        drop: () => table.drop(),
      };
    },
    tableNames: (prefix) => tables.tableNames(prefix),
  };
}

function bodies(count: number, wrong: readonly number[]) {
  return Array.from({ length: count }, (_, index) =>
    aReportBody({
      occurredAt: new Date(noon - index).toISOString(),
      errorId: `e${index}`,
      callStack: wrong.includes(index) ? 'REFUSED' : 'fine',
    }),
  );
}

it.each([
  { what: 'the first of 99', count: 99, wrong: [0], tellsStep: true },
  { what: 'the last of 99', count: 99, wrong: [98], tellsStep: true },
  { what: 'one of 99, without saying which', count: 99, wrong: [41], tellsStep: false },
  { what: 'three of 250', count: 250, wrong: [3, 120, 121], tellsStep: true },
  { what: 'three of 250, without saying which', count: 250, wrong: [3, 120, 121], tellsStep: false },
])('where storage refuses $what, the others are stored', async ({ count, wrong, tellsStep }) => {
  const storage = memoryStorage(() => new Date(noon));
  const ports = {
    ...portsAt(storage, noon),
    errorLog: new TableErrorLog(refusing(storage.tables, 'REFUSED', tellsStep), storage.prefix),
  };
  const items = bodies(count, wrong).map((value) => ({ value }));
  const results = await storeReports(ports, items);
  expect(results.flatMap(({ index, outcome }) => (outcome === 'invalid' ? [index] : []))).toEqual(wrong);
  expect(results[wrong[0] ?? 0]).toMatchObject({
    errors: [{ pointer: '', detail: expect.stringContaining(reason) }],
  });
  expect(results.filter(({ outcome }) => outcome === 'stored')).toHaveLength(count - wrong.length);
  expect(await countedEntries(storage.errorLog)).toBe(count - wrong.length);
  // The same again: the others are known, and the refused one is refused again.
  const again = await storeReports(ports, items);
  expect(again.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(count - wrong.length);
  expect(again.filter(({ outcome }) => outcome === 'invalid')).toHaveLength(wrong.length);
});

it('answers 207 with storage’s reason, and 400 where the only report is refused', async () => {
  const storage = memoryStorage(() => new Date(noon));
  const services = servicesWith({
    ...portsAt(storage, noon),
    errorLog: new TableErrorLog(refusing(storage.tables, 'REFUSED', true), storage.prefix),
  });
  const some = await call(reportErrors, services, 'errors', { body: bodies(99, [7]) });
  expect(some).toMatchObject({ status: 207, body: { stored: 98, invalid: 1 } });
  expect(some.text).toContain(reason);
  const none = await call(reportErrors, services, 'errors', { body: bodies(1, [0]) });
  expect(none).toMatchObject({ status: 400, body: { code: 'invalid-reports' } });
  expect(none.text).toContain(reason);
});

it('several senders at once: only the one whose report is refused hears of it', async () => {
  const storage = memoryStorage(() => new Date(noon));
  const ports = {
    ...portsAt(storage, noon),
    errorLog: new TableErrorLog(refusing(storage.tables, 'REFUSED', false), storage.prefix),
  };
  const answers = await Promise.allSettled(bodies(60, [20]).map((value) => storeReports(ports, [{ value }])));
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(answers[20]?.status).toBe('rejected');
  expect(await countedEntries(storage.errorLog)).toBe(59);
});

it('on the storage service: a row that it answers with 400 is the only one that is invalid', async () => {
  const ports = portsAt(storageThrough(proxy), Date.now());
  const at = ports.clock.at;
  const items = bodies(99, [12]).map((body, index) => ({
    value: { ...body, occurredAt: new Date(at - 60_000 - index).toISOString() },
  }));
  proxy.plan(({ steps }) => {
    const step = steps.findIndex(({ entity }) => entity['callStack'] === 'REFUSED');
    if (step < 0) return undefined;
    return { kind: 'answer', status: 400, code: 'PropertyValueTooLarge', inBatch: true, step };
  });
  const results = await storeReports(ports, items);
  proxy.plan();
  expect(results.flatMap(({ index, outcome }) => (outcome === 'invalid' ? [index] : []))).toEqual([12]);
  expect(results.filter(({ outcome }) => outcome === 'stored')).toHaveLength(98);
  expect(await countedEntries(ports.errorLog)).toBe(98);
});
