import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import { RestError, TableClient, type TransactionAction } from '@azure/data-tables';
import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import {
  type EntityProperties,
  entityJson,
  sendTransaction,
  type TransactionOperation,
} from '../../../shared/storage/tables/entity-group-transaction.ts';
import { freshPrefix } from '../../support/storage.ts';

const partition = 'log';
const httpClient = createDefaultHttpClient();

/** An operation that both can send; `etag`: the current one of the row, an old one, or any. */
interface Step {
  readonly kind: 'insert' | 'upsert' | 'replace' | 'merge' | 'delete';
  readonly row: number;
  readonly etag: 'current' | 'old' | 'any';
  readonly properties: EntityProperties;
}

const hardTexts = [
  "it's",
  'a "quoted" \\ text',
  'line\r\nbreak\r\n\r\nHTTP/1.1 409 Conflict\r\n',
  '--changeset_1234--\r\n--batch_1234--\r\n',
  '--changesetresponse_1\r\nETag: "x"\r\n',
  '{"odata.error":{"code":"EntityAlreadyExists"}}',
  'héllo 漢字 \u{1f600} \u0000 \u001f',
  "RowKey=('x')",
  '%27%20',
  '',
];
const text = fc.oneof(fc.constantFrom(...hardTexts), fc.string({ unit: 'grapheme', maxLength: 30 }));
const properties = fc.record(
  {
    text,
    other: text,
    count: fc.integer({ min: -1000, max: 1000 }),
    part: fc.double({ min: 0.1, max: 99.5, noNaN: true }),
    live: fc.boolean(),
  },
  { requiredKeys: ['text'] },
);
// The SDK sends a delete without an ETag, whatever it is given.
const step: fc.Arbitrary<Step> = fc
  .record({
    kind: fc.constantFrom('insert', 'upsert', 'replace', 'merge', 'delete'),
    row: fc.nat({ max: 7 }),
    etag: fc.constantFrom('current', 'current', 'current', 'any', 'old'),
    properties,
  })
  .map((one) => (one.kind === 'delete' ? { ...one, etag: 'any' } : one));

const rowKeyOf = (row: number) => `e${String(row).padStart(3, '0')}`;
const oldEtag = `W/"datetime'2020-01-01T00%3A00%3A00.0000000Z'"`;

const tableClient = () =>
  TableClient.fromConnectionString(inject('errorLog'), freshPrefix(), { allowInsecureConnection: true });

/** Creates the rows 0 to 5 and gives their ETags. */
async function begin(client: TableClient): Promise<Map<string, string>> {
  await client.createTable();
  const etags = new Map<string, string>();
  for (let row = 0; row < 6; row++) {
    const { etag = '' } = await client.createEntity({
      partitionKey: partition,
      rowKey: rowKeyOf(row),
      text: `${row}`,
      kept: true,
    });
    etags.set(rowKeyOf(row), etag);
  }
  return etags;
}

function etagOf(etags: ReadonlyMap<string, string>, { row, etag }: Step): string {
  if (etag === 'any') return '*';
  return etag === 'old' ? oldEtag : (etags.get(rowKeyOf(row)) ?? oldEtag);
}

async function ours(
  client: TableClient,
  steps: readonly Step[],
  etags: ReadonlyMap<string, string>,
): Promise<string> {
  const operations = steps.map((one): TransactionOperation => {
    const rowKey = rowKeyOf(one.row);
    const json = entityJson(partition, rowKey, one.properties);
    const { kind } = one;
    if (kind === 'insert' || kind === 'upsert') return { kind, rowKey, json };
    const etag = etagOf(etags, one);
    return kind === 'delete' ? { kind, rowKey, etag } : { kind, rowKey, json, etag };
  });
  const result = await sendTransaction(client, httpClient, partition, operations);
  if (!result.done) return result.conflict;
  for (const [rowKey, etag] of result.etags)
    expect((await client.getEntity(partition, rowKey)).etag).toBe(etag);
  expect(result.etags.size).toBe(steps.filter(({ kind }) => kind !== 'delete').length);
  return 'done';
}

const conflicts: Readonly<Record<string, string>> = {
  EntityAlreadyExists: 'exists',
  UpdateConditionNotSatisfied: 'changed',
  ResourceNotFound: 'missing',
  EntityNotFound: 'missing',
  TableNotFound: 'table-missing',
};

async function theSdks(
  client: TableClient,
  steps: readonly Step[],
  etags: ReadonlyMap<string, string>,
): Promise<string> {
  const actions = steps.map((one): TransactionAction => {
    const entity = { partitionKey: partition, rowKey: rowKeyOf(one.row), ...one.properties };
    if (one.kind === 'insert') return ['create', entity];
    if (one.kind === 'upsert') return ['upsert', entity, 'Replace'];
    const etag = etagOf(etags, one);
    if (one.kind === 'delete') return ['delete', { ...entity, etag }];
    return ['update', entity, one.kind === 'merge' ? 'Merge' : 'Replace', { etag }];
  });
  try {
    await client.submitTransaction(actions);
    return 'done';
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const code = error.code ?? /"code":"(\w+)"/.exec(error.message)?.[1] ?? '';
    return conflicts[code] ?? conflicts[/(\w+)/.exec(code)?.[1] ?? ''] ?? `${error.statusCode} ${code}`;
  }
}

async function rowsOf(client: TableClient): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for await (const { etag: _, timestamp: __, ...row } of client.listEntities()) rows.push(row);
  return rows;
}

/** Sends the same operations to the same rows, by our code and by the SDK, and compares outcome and rows. */
async function compare(steps: readonly Step[], prepare = begin): Promise<string> {
  const [mine, reference] = [tableClient(), tableClient()];
  const [own, other] = [await prepare(mine), await prepare(reference)];
  const outcome = await ours(mine, steps, own);
  expect(outcome).toBe(await theSdks(reference, steps, other));
  if (prepare === begin) expect(await rowsOf(mine)).toEqual(await rowsOf(reference));
  return outcome;
}

const one = (kind: Step['kind'], row: number, etag: Step['etag'] = 'current'): Step => ({
  kind,
  row,
  etag,
  properties: { text: 'new' },
});

describe('our own entity group transaction', () => {
  it.each<readonly [string, Step[], string]>([
    ['inserts', [one('insert', 6), one('insert', 7)], 'done'],
    [
      'all kinds at once',
      [
        one('insert', 6),
        one('upsert', 0),
        one('upsert', 8),
        one('replace', 1),
        one('merge', 2),
        one('delete', 3),
        one('delete', 4, 'any'),
      ],
      'done',
    ],
    ['a row that exists', [one('insert', 6), one('insert', 0)], 'exists'],
    ['a row that changed, to replace', [one('insert', 6), one('replace', 0, 'old')], 'changed'],
    ['a row that changed, to merge', [one('merge', 0, 'old')], 'changed'],
    ['a missing row to replace', [one('replace', 9, 'any')], 'missing'],
    ['a missing row to merge', [one('merge', 9, 'any')], 'missing'],
    ['a missing row to delete', [one('delete', 9, 'any')], 'missing'],
    ['a missing row with an ETag', [one('replace', 9, 'old')], 'missing'],
  ])('%s: the same rows and the same conflict as with the SDK', async (_, steps, outcome) => {
    expect(await compare(steps)).toBe(outcome);
  });

  it('reports a missing table as the SDK does', async () => {
    const missing = () => Promise.resolve(new Map<string, string>());
    expect(await compare([one('insert', 0)], missing)).toBe('table-missing');
  });

  it('deletes a row only with the ETag that was read, which the SDK does not check', async () => {
    const client = tableClient();
    const etags = await begin(client);
    expect(await ours(client, [one('delete', 0, 'old'), one('insert', 6)], etags)).toBe('changed');
    expect(await ours(client, [one('delete', 0), one('insert', 6)], etags)).toBe('done');
    expect(await ours(client, [one('delete', 0), one('insert', 7)], etags)).toBe('missing');
    expect((await rowsOf(client)).map(({ rowKey }) => rowKey)).toEqual([1, 2, 3, 4, 5, 6].map(rowKeyOf));
  });

  it('stores line and paragraph separators, which Azurite refuses from the SDK', async () => {
    const client = tableClient();
    const etags = await begin(client);
    const separators = { text: 'a\u2028b\u2029c \\u2028' };
    expect(await ours(client, [{ ...one('insert', 6), properties: separators }], etags)).toBe('done');
    expect(await client.getEntity(partition, rowKeyOf(6))).toMatchObject(separators);
  });

  it('stores any text as the SDK does, and is not misled by it', async () => {
    const steps = hardTexts.map(
      (hard, row): Step => ({ ...one('insert', row + 6), properties: { text: hard, other: hard } }),
    );
    expect(await compare(steps)).toBe('done');
    for (const hard of hardTexts)
      expect(await compare([{ ...one('insert', 0), properties: { text: hard } }])).toBe('exists');
  });

  it('does what the SDK does for any operations', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(step, { selector: ({ row }) => row, minLength: 1, maxLength: 5 }),
        async (steps) => {
          seen.add(await compare(steps));
        },
      ),
      { numRuns: 40, seed: 5 },
    );
    expect(seen).toEqual(new Set(['done', 'exists', 'changed', 'missing']));
  });
});
