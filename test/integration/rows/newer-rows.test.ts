import { HttpRequest, InvocationContext } from '@azure/functions';
import { expect, it } from 'vitest';
import { continueCleanup } from '../../../functions/continue-cleanup.ts';
import { decideProblem } from '../../../functions/decide-problem.ts';
import { deleteError } from '../../../functions/delete-error.ts';
import { expireErrors } from '../../../functions/expire-errors.ts';
import { getCleanup } from '../../../functions/get-cleanup.ts';
import { getError } from '../../../functions/get-error.ts';
import { getLatestValidation } from '../../../functions/get-latest-validation.ts';
import { getOverview } from '../../../functions/get-overview.ts';
import { getProblem } from '../../../functions/get-problem.ts';
import { health } from '../../../functions/health.ts';
import { listAlerts } from '../../../functions/list-alerts.ts';
import { listCleanups } from '../../../functions/list-cleanups.ts';
import { listErrors } from '../../../functions/list-errors.ts';
import { listProblems } from '../../../functions/list-problems.ts';
import { reportErrors } from '../../../functions/report-errors.ts';
import { reportHeartbeat } from '../../../functions/report-heartbeat.ts';
import { startCleanup } from '../../../functions/start-cleanup.ts';
import { undoCleanup } from '../../../functions/undo-cleanup.ts';
import { AppError } from '../../../shared/domain/app-error.ts';
import { dayMs, dayOf } from '../../../shared/domain/reports/days.ts';
import { atBoundary } from '../../../shared/http/boundary.ts';
import { entryRowKey } from '../../../shared/storage/error-log/row-keys.ts';
import {
  type EntityProperties,
  entityJson,
} from '../../../shared/storage/tables/entity-group-transaction.ts';
import { beginCleanup, previewCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { findErrors } from '../../../shared/use-cases/find-errors.ts';
import { findProblems } from '../../../shared/use-cases/find-problems.ts';
import { openProblems } from '../../../shared/use-cases/open-problems.ts';
import { readProblemDetail } from '../../../shared/use-cases/read-problem.ts';
import { recordDecision } from '../../../shared/use-cases/record-decision.ts';
import { removeError } from '../../../shared/use-cases/remove-error.ts';
import { revertCleanup } from '../../../shared/use-cases/revert-cleanup.ts';
import { runMaintenance } from '../../../shared/use-cases/run-maintenance.ts';
import { sendAlerts } from '../../../shared/use-cases/send-alerts.ts';
import { workOnCleanup } from '../../../shared/use-cases/work-on-cleanup.ts';
import { call } from '../../support/call.ts';
import { csvOfErrors } from '../../support/csv-of-errors.ts';
import { byLastSeen } from '../../support/desk-ports.ts';
import { type Instance, Instances, report, runTimer } from '../../support/instances.ts';
import { allRows } from '../../support/raw-rows.ts';
import { anErrorEntry, aReportBody } from '../../support/reports.ts';
import { servicesWith } from '../../support/services.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const never = () => false;
const day = dayOf(noon);
const all = { olderThanDays: undefined, filter: undefined };

/** Rows of a table as a later version might write them. */
class LaterVersion {
  readonly #instances: Instances;

  constructor(instances: Instances) {
    this.#instances = instances;
  }

  async write(table: 'log' | 'desk', rowKey: string, properties: EntityProperties): Promise<void> {
    const { tables, prefix } = this.#instances.storage;
    const name = table === 'desk' ? `${prefix}desk` : `${prefix}${day}`;
    const json = entityJson(table, rowKey, properties);
    const result = await tables.table(name).transaction(table, [{ kind: 'upsert', rowKey, json }]);
    expect(result.done).toBe(true);
  }

  /** Changes properties of every row whose key begins so. */
  async change(table: 'log' | 'desk', prefix: string, properties: EntityProperties): Promise<number> {
    const { storage } = this.#instances;
    const rows = (await allRows(storage)).filter(
      ({ row }) => row['partitionKey'] === table && String(row['rowKey']).startsWith(prefix),
    );
    for (const { table: name, row } of rows) {
      const rowKey = String(row['rowKey']);
      const json = entityJson(table, rowKey, properties);
      await storage.tables.table(name).transaction(table, [{ kind: 'merge', rowKey, json, etag: '*' }]);
    }
    return rows.length;
  }
}

async function filled() {
  const instances = new Instances(noon);
  const one = instances.open();
  await report(
    one,
    Array.from({ length: 4 }, (_, index) => ({
      occurredAt: new Date(noon - (index + 1) * 60_000).toISOString(),
      errorId: `${index}`,
      company: index % 2 ? 'Adatum' : 'Contoso',
      source: { app: 'business-central', recordId: `Customer: ${index}` },
    })),
  );
  return { instances, one, later: new LaterVersion(instances) };
}

const unreadable = Buffer.from([255, 255, 255, 255, 255, 255, 255, 255, 255, 1, 2, 3]);

/** All that readers and the timer do; none of it may fail. */
async function useAll(instances: Instances): Promise<void> {
  const instance = instances.open();
  await findErrors(instance, {}, undefined, 50);
  await findErrors(instance, { cause: ['unclassified'], q: 'salesperson' }, undefined, 50);
  await findErrors(instance, { status: ['open'] }, undefined, 50);
  await csvOfErrors(instance);
  const services = servicesWith({ ...instance });
  await sendAlerts({ ...services, alertChannels: [], raise: () => undefined });
  for (const operation of [getOverview, listErrors, listProblems, listCleanups, listAlerts]) {
    const answer = await call(operation, services, operation.route);
    expect(answer.status, operation.id).toBe(200);
  }
  for (const { problem } of (await findProblems(instance, {}, byLastSeen(50))).problems) {
    const params = { id: problem.id };
    const answer = await call(getProblem, services, `problems/${problem.id}`, { params });
    expect(answer.status).toBe(200);
    await recordDecision(instance, problem.id, { status: 'open' }, 'tester', undefined);
  }
  await openProblems(instance);
  await previewCleanup(instance, all, 'tester');
  const preview = await call(startCleanup, services, 'cleanups', { body: { all: true, preview: true } });
  expect(preview.status).toBe(200);
  await report(instance, [{ occurredAt: new Date(instances.at).toISOString(), errorId: `n${instances.at}` }]);
  const filtered = await beginCleanup(
    instance,
    { olderThanDays: undefined, filter: { company: ['Adatum'] } },
    'tester',
    never,
  );
  await runTimer(instance);
  await revertCleanup(instance, filtered.id, never).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
  for (const days of [0, 1, 2]) {
    instances.at += days * dayMs;
    await runTimer(instances.open());
  }
}

/** The lines that the timer logs. */
async function timerLines(instance: Instance): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  const context = new InvocationContext({
    functionName: 'expireErrors',
    logHandler: (_, ...parts) => lines.push(JSON.parse(parts.join(' '))),
  });
  const timer = {
    isPastDue: false,
    schedule: { adjustForDST: true },
    scheduleStatus: { last: '', next: '', lastUpdated: '' },
  };
  await expireErrors(servicesWith({ ...instance }), '0 15 * * * *').handler(timer, context);
  return lines;
}

it.each([
  { what: 'an unknown cause', properties: { cause: 'flying-saucer' } },
  { what: 'an unknown resolver', properties: { resolver: 'wizard' } },
  { what: 'an unknown direction', properties: { direction: 'sideways' } },
  { what: 'an unknown job type', properties: { sender: JSON.stringify({ jobType: 'merging', jobId: 'x' }) } },
  { what: 'another kind of sender', properties: { sender: 'not JSON' } },
  { what: 'another diagnosis', properties: { diagnosis: '{"key":{"parts":["a"]}}' } },
  { what: 'an unknown app', properties: { source: JSON.stringify({ app: 'erp' }) } },
  { what: 'more properties', properties: { severity: 5, extra: Buffer.from('abc'), flag: true } },
  { what: 'a text where it was a moment', properties: { receivedAt: 'yesterday' } },
])('an entry with $what is listed, counted and deleted like any other', async ({ properties }) => {
  const { instances, one, later } = await filled();
  expect(await later.change('log', 'e', properties)).toBe(4);
  const { entries } = await findErrors(one, {}, undefined, 50);
  expect(entries).toHaveLength(4);
  const answer = await call(listErrors, servicesWith({ ...one }), 'errors');
  expect(answer.status).toBe(200);
  const { problems } = await findProblems(one, {}, byLastSeen(50));
  expect(problems.reduce((sum, { problem }) => sum + problem.count, 0)).toBe(4);
  await removeError(one, entries[0]?.entry.id ?? '');
  expect((await findErrors(instances.open(), {}, undefined, 50)).entries).toHaveLength(3);
  expect(await previewCleanup(one, all, 'tester')).toMatchObject({ deleted: 3 });
  await useAll(instances);
});

const entry = anErrorEntry({ occurredAt: new Date(noon - 1000).toISOString(), errorId: 'later' });

it.each([
  {
    what: 'an entry without a place to count',
    table: 'log',
    rowKey: entryRowKey(entry.id),
    properties: { live: true, company: 'Adatum' },
  },
  {
    what: 'an entry with another kind of pair',
    table: 'log',
    rowKey: entryRowKey(entry.id),
    properties: { live: true, company: 'Adatum', pair: 'abc-123' },
  },
  {
    what: 'an entry with another kind of epoch',
    table: 'log',
    rowKey: entryRowKey(entry.id),
    properties: { live: true, company: 'Adatum', pair: entry.pairId, epoch: 'v2:7' },
  },
  {
    what: 'an entry whose company is a number',
    table: 'log',
    rowKey: entryRowKey(entry.id),
    properties: { live: true, company: 5, pair: entry.pairId },
  },
  {
    what: 'an entry with another key',
    table: 'log',
    rowKey: `${entryRowKey(entry.id).slice(0, 18)}x`,
    properties: { live: true, company: 'Adatum', pair: entry.pairId },
  },
  {
    what: 'a ledger row of unreadable bytes',
    table: 'log',
    rowKey: 'l0000000000000-LATER',
    properties: { counts0: unreadable, records0: unreadable },
  },
  {
    what: 'a ledger row without bytes',
    table: 'log',
    rowKey: 'l0000000000000-LATER',
    properties: { totals: 5 },
  },
  {
    what: 'a tally of unreadable bytes',
    table: 'log',
    rowKey: 't0000000000000000',
    properties: { counts0: unreadable },
  },
  {
    what: 'records of unreadable bytes',
    table: 'log',
    rowKey: 'u0000000000000000',
    properties: { records0: unreadable },
  },
  {
    what: 'pairs that are no JSON',
    table: 'log',
    rowKey: 'p0000000000000000',
    properties: { facts0: 'no JSON' },
  },
  {
    what: 'pairs as objects',
    table: 'log',
    rowKey: 'p0000000000000000',
    properties: { facts0: '[{"id":"x"}]' },
  },
  { what: 'a row of an unknown kind', table: 'log', rowKey: 'q1', properties: { value: 5 } },
  {
    what: 'a clean-up of an unknown kind',
    table: 'desk',
    rowKey: 'c0000000000000-0000000000000000',
    properties: { kind: 'yearly', phase: 'done' },
  },
  {
    what: 'a clean-up in an unknown phase',
    table: 'desk',
    rowKey: 'c0000000000000-0000000000000000',
    properties: {
      kind: 'all',
      cutoff: new Date(noon).toISOString(),
      deleted: 0,
      stillOpen: 0,
      startedAt: new Date(noon).toISOString(),
      by: 'x',
      phase: 'paused',
    },
  },
  {
    what: 'a decision of an unknown status',
    table: 'desk',
    rowKey: `d${entry.problemId}`,
    properties: {
      status: 'assigned',
      at: new Date(noon).toISOString(),
      by: 'x',
      revision: 3,
      hasNote: false,
      seenAt: new Date(noon).toISOString(),
      traits: '[]',
      steps: '',
    },
  },
  {
    what: 'a decision in another shape',
    table: 'desk',
    rowKey: `d${entry.problemId}`,
    properties: { body: '{}' },
  },
  { what: 'a step in another shape', table: 'desk', rowKey: 'hLATER', properties: { body: '{}' } },
  { what: 'a mark in another shape', table: 'desk', rowKey: `x${day}`, properties: { reason: 'age' } },
  {
    what: 'a heartbeat in another shape',
    table: 'desk',
    rowKey: 's0123456789abcdef',
    properties: { body: '{}' },
  },
  {
    what: 'an alert in another shape',
    table: 'desk',
    rowKey: 'm0',
    properties: { body: '{}', isLogPending: true },
  },
  {
    what: 'what was told in another shape',
    table: 'desk',
    rowKey: 'npX',
    properties: { told: '{"kind":"x"}' },
  },
  { what: 'a cursor of alerts in another shape', table: 'desk', rowKey: 'u', properties: { body: '{}' } },
  { what: 'a channel that is not known', table: 'desk', rowKey: 'u-sms', properties: { channel: '{}' } },
  {
    what: 'the health of alerts in another shape',
    table: 'desk',
    rowKey: 'u-health',
    properties: { dead: 'x' },
  },
  { what: 'an unknown row', table: 'desk', rowKey: 'zebra', properties: { body: '{}' } },
  { what: 'a validation in another shape', table: 'desk', rowKey: 'v', properties: { validation0: 'AAAA' } },
] as const)('$what keeps nothing from working', async ({ table, rowKey, properties }) => {
  const { instances, one, later } = await filled();
  await one.desk.state();
  await later.write(table, rowKey, properties);
  const { problems } = await findProblems(instances.open(), {}, byLastSeen(50));
  expect(problems.reduce((sum, { problem }) => sum + problem.count, 0)).toBe(4);
  expect((await findErrors(instances.open(), {}, undefined, 50)).entries).toHaveLength(4);
  await useAll(instances);
});

it('a validation that cannot be read is as if none had run', async () => {
  const { one, later, instances } = await filled();
  await later.write('desk', 'v', { validation0: 'AAAA' });
  const { latestValidation } = instances.open();
  const { validator } = servicesWith();
  expect(await latestValidation.get('live')).toBeUndefined();
  const services = servicesWith({
    ...one,
    validator: {
      ...validator,
      latest: async () => {
        await latestValidation.get('live');
        throw new AppError('not-found', 'None');
      },
    },
  });
  expect(await call(getLatestValidation, services, 'validations/latest')).toMatchObject({ status: 404 });
});

it('requests and the timer log how many rows could not be read', async () => {
  const { instances, later } = await filled();
  for (const number of [1, 2])
    await later.write('log', `l000000000000000-LATER${number}`, { counts0: unreadable });
  await later.write('desk', 'c000000000000000-0000000000000000', { kind: 'yearly' });
  const lines: string[] = [];
  const services = servicesWith({ ...instances.open() });
  const { handler } = atBoundary(listProblems, services, 'keys');
  const context = new InvocationContext({
    functionName: 'listProblems',
    logHandler: (_, ...parts) => lines.push(parts.join(' ')),
  });
  await handler(new HttpRequest({ method: 'GET', url: 'http://localhost/api/problems' }), context);
  expect(lines.map((line): unknown => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ event: 'rows-unreadable', operation: 'listProblems', count: 3 }),
  );
  const unread = (await timerLines(instances.open())).find(({ event }) => event === 'rows-unreadable');
  expect(unread).toMatchObject({ operation: 'expireErrors', count: expect.any(Number) });
});

it('folds leave rows alone that hold more than this version knows, and count them all the same', async () => {
  const { instances, one, later } = await filled();
  const extra = [
    anErrorEntry({ occurredAt: new Date(noon - 7 * 60_000).toISOString(), company: 'Adatum', errorId: 'x' }),
    anErrorEntry({ occurredAt: new Date(noon - 8 * 60_000).toISOString(), company: 'Adatum', errorId: 'y' }),
  ];
  await one.errorLog.store(extra);
  const ledger = (await allRows(instances.storage)).filter(({ row }) =>
    String(row['rowKey']).startsWith('l'),
  );
  const newest = String(ledger[0]?.row['rowKey']);
  await later.write('log', 'u000LATER', { records0: unreadable });
  expect(await later.change('log', newest, { impact: Buffer.from([1, 2, 3]) })).toBe(1);
  const rowsOf = async () =>
    (await allRows(instances.storage)).filter(({ row }) =>
      [newest, 'u000LATER'].includes(String(row['rowKey'])),
    );
  const before = await rowsOf();
  expect(before).toHaveLength(2);
  const counted = async () => {
    const { problems } = await findProblems(instances.open(), {}, byLastSeen(50));
    return problems.reduce((sum, { problem }) => sum + problem.count, 0);
  };
  expect(await counted()).toBe(6);
  for (let run = 0; run < 3; run++) {
    const [entry] = (await findErrors(instances.open(), {}, undefined, 50)).entries;
    await removeError(instances.open(), entry?.entry.id ?? '');
    await runTimer(instances.open());
    expect(await counted()).toBe(5 - run);
    const { problems } = await findProblems(instances.open(), {}, byLastSeen(50));
    const { entries } = await findErrors(instances.open(), {}, undefined, 50);
    for (const { problem, sampleErrorId } of problems)
      expect(sampleErrorId).toBe(
        entries.find(({ entry: { problemId } }) => problemId === problem.id)?.entry.id,
      );
  }
  expect(await rowsOf()).toEqual(before);
});

it('a decision that cannot be read is replaced, and its history goes on', async () => {
  const { instances, one, later } = await filled();
  const [problem] = (await findProblems(one, {}, byLastSeen(5))).problems;
  const id = problem?.problem.id ?? '';
  await recordDecision(one, id, { status: 'ignored', note: 'first' }, 'one', undefined);
  await later.change('desk', `d${id}`, { status: 'assigned', assignee: 'somebody' });
  const other = instances.open();
  expect((await findProblems(other, {}, byLastSeen(5))).problems[0]?.problem.status).toBe('open');
  const decided = await recordDecision(other, id, { status: 'resolved' }, 'other', undefined);
  expect(decided.problem.status).toBe('resolved');
  expect(decided.history.map(({ status }) => status)).toEqual(['ignored', 'resolved']);
  expect((await readProblemDetail(instances.open(), id)).history).toHaveLength(2);
});

it('a filtered clean-up with a part that this version does not know selects nothing more', async () => {
  const { instances, one, later } = await filled();
  const cleanup = await beginCleanup(
    one,
    { olderThanDays: undefined, filter: { company: ['Adatum'] } },
    'tester',
    () => true,
  );
  expect(cleanup).toMatchObject({ phase: 'deleting', deleted: 0 });
  await later.change('desk', 'c', {
    filter: JSON.stringify({ company: ['Adatum'], record: ['Customer: 1'] }),
  });
  const other = instances.open();
  await runTimer(other);
  await expect(workOnCleanup(other, cleanup.id, never)).rejects.toThrow(AppError);
  expect((await findErrors(other, {}, undefined, 50)).entries).toHaveLength(4);
});

it.each([{ format: 2 }, { format: 'two' }, { version: 1 }])(
  'an app that meets the format %o says so at its first call, and touches nothing',
  async (properties) => {
    const { instances, one, later } = await filled();
    const cleanup = await beginCleanup(one, all, 'tester', never);
    const [{ id: first = '', problemId: problem = '' } = {}] = await instances.entries();
    const { tables, prefix } = instances.storage;
    await tables.table(`${prefix}desk`).transaction('desk', [{ kind: 'delete', rowKey: 'a', etag: '*' }]);
    await later.write('desk', 'a', properties);
    const before = await allRows(instances.storage);
    const calls = [
      { operation: health },
      { operation: reportErrors, body: aReportBody({ occurredAt: new Date(noon).toISOString() }) },
      { operation: listErrors },
      { operation: getError, params: { id: first } },
      { operation: deleteError, params: { id: first } },
      { operation: listProblems },
      { operation: getOverview },
      { operation: listAlerts },
      { operation: reportHeartbeat, body: { company: 'CRONUS', sentAt: new Date(noon).toISOString() } },
      { operation: getProblem, params: { id: problem } },
      { operation: decideProblem, params: { id: problem }, body: { status: 'resolved' } },
      { operation: startCleanup, body: { all: true } },
      { operation: listCleanups },
      { operation: getCleanup, params: { id: cleanup.id } },
      { operation: continueCleanup, params: { id: cleanup.id } },
      { operation: undoCleanup, params: { id: cleanup.id } },
    ];
    for (const { operation, params, body } of calls) {
      const instance = instances.open();
      const services = servicesWith({ ...instance, checkStorage: () => instance.desk.ping() });
      const answer = await call(operation, services, operation.route, {
        ...(body ? { body } : {}),
        ...(params ? { params } : {}),
      });
      expect(answer, operation.id).toMatchObject({ status: 503, body: { code: 'unknown-format' } });
    }
    for (const source of ['live', 'snapshot'] as const) {
      const read = instances.open().latestValidation.get(source);
      await expect(read).rejects.toMatchObject({ code: 'unknown-format' });
    }
    const results = await runMaintenance(instances.open());
    for (const { step, failure } of results) expect(failure, step).toBeInstanceOf(AppError);
    expect(await allRows(instances.storage)).toEqual(before);
  },
);
