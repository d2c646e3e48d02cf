import type { TokenCredential } from '@azure/core-auth';
import { type HttpClient, type Pipeline, RestError } from '@azure/core-rest-pipeline';
import { odata, type TableClient, type TableServiceClient } from '@azure/data-tables';
import { type Clock, systemClock } from './clock.ts';
import {
  sendTransaction,
  type TransactionOperation,
  type TransactionResult,
} from './entity-group-transaction.ts';
import { type QueryPath, queryPage, queryPathOf } from './query-page.ts';
import type { Row, RowPage, RowQuery } from './row-page.ts';
import { isTableMissing, statusOf, storageCodeOf, storageFailure } from './storage-failure.ts';
import { defaultStorageLimits, type StorageLimits, storagePolicy } from './storage-policy.ts';

export type { Row, RowPage, RowQuery };

/** Where the tables are: a connection string (local), or an address with a credential (Azure). */
export type StorageAddress =
  | { readonly connectionString: string }
  | { readonly url: string; readonly credential: TokenCredential };

/** One table. Each call is one storage transaction, unless it is repeated. */
export interface Table {
  query(query: RowQuery): Promise<RowPage>;
  get(partitionKey: string, rowKey: string): Promise<Row | undefined>;
  transaction(partitionKey: string, operations: readonly TransactionOperation[]): Promise<TransactionResult>;
  create(): Promise<void>;
  drop(): Promise<void>;
}

/** The tables of one storage account. */
export interface TableService {
  table(name: string): Table;
  /** Names of the tables that start with `prefix`, and the service's own time, cut to the second. */
  tableNames(prefix: string): Promise<{ readonly names: string[]; readonly at: Date }>;
}

/** Rows of the largest page the service gives. */
export const maxPageRows = 1000;

/** The tables at an address. Nothing is loaded or sent until a table is used. */
export function openTableService(
  address: StorageAddress,
  limits: StorageLimits = defaultStorageLimits,
  clock: Clock = systemClock,
): TableService {
  let opened: Promise<Clients> | undefined;
  const clients = () => {
    opened ??= openClients(address, limits, clock);
    return opened;
  };
  const tables = new Map<string, Table>();
  return {
    table(name) {
      let table = tables.get(name);
      if (!table) {
        let own: TableAccess | undefined;
        table = openTable(async () => {
          const { clientOf, httpClient } = await clients();
          own ??= accessOf(clientOf(name), httpClient);
          return own;
        });
        tables.set(name, table);
      }
      return table;
    },
    tableNames: async (prefix) => await tableNames((await clients()).service, prefix),
  };
}

interface Clients {
  readonly service: TableServiceClient;
  readonly clientOf: (table: string) => TableClient;
  readonly httpClient: HttpClient;
}

/** Loads the SDK. It would take a quarter of the app's start, and only storage calls need it. */
async function openClients(address: StorageAddress, limits: StorageLimits, clock: Clock): Promise<Clients> {
  const [{ TableClient, TableServiceClient }, { createDefaultHttpClient }] = await Promise.all([
    import('@azure/data-tables'),
    import('@azure/core-rest-pipeline'),
  ]);
  const bounded = <Client extends { readonly pipeline: Pipeline }>(client: Client): Client => {
    client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    client.pipeline.addPolicy(storagePolicy(limits, clock), { phase: 'Retry' });
    return client;
  };
  const insecure = { allowInsecureConnection: true };
  return {
    service: bounded(
      'connectionString' in address
        ? TableServiceClient.fromConnectionString(address.connectionString, insecure)
        : new TableServiceClient(address.url, address.credential),
    ),
    clientOf: (table) =>
      bounded(
        'connectionString' in address
          ? TableClient.fromConnectionString(address.connectionString, table, insecure)
          : new TableClient(address.url, table, address.credential),
      ),
    httpClient: createDefaultHttpClient(),
  };
}

async function tableNames(
  service: TableServiceClient,
  prefix: string,
): Promise<{ readonly names: string[]; readonly at: Date }> {
  const names: string[] = [];
  let at: string | undefined;
  try {
    // Table names sort ignoring case; '~' is after every letter and digit.
    const filter = odata`TableName ge ${prefix} and TableName lt ${`${prefix}~`}`;
    const onResponse = ({ headers }: { readonly headers: { get(name: string): string | undefined } }) => {
      at = headers.get('date');
    };
    for await (const item of service.listTables({ queryOptions: { filter }, onResponse }))
      if (item.name) names.push(item.name);
  } catch (error) {
    throw storageFailure(error);
  }
  return { names, at: at ? new Date(at) : new Date() };
}

interface TableAccess {
  readonly client: TableClient;
  readonly httpClient: HttpClient;
  readonly queries: QueryPath;
}

function accessOf(client: TableClient, httpClient: HttpClient): TableAccess {
  return { client, httpClient, queries: queryPathOf(client, httpClient) };
}

function openTable(opened: () => Promise<TableAccess>): Table {
  return {
    async query(query) {
      const { queries } = await opened();
      try {
        return await queryPage(queries, query);
      } catch (error) {
        if (isTableMissing(error)) return { rows: [], continuation: undefined };
        throw storageFailure(error);
      }
    },
    async get(partitionKey, rowKey) {
      const { client } = await opened();
      try {
        return checkedRow(await client.getEntity<Record<string, unknown>>(partitionKey, rowKey), rowKey);
      } catch (error) {
        if (statusOf(error) === 404 || isTableMissing(error)) return undefined;
        // What the SDK throws when it reads an answer that is no row.
        throw storageFailure(error instanceof TypeError ? notARow() : error);
      }
    },
    async transaction(partitionKey, operations) {
      const { client, httpClient } = await opened();
      try {
        return await sendTransaction(client, httpClient, partitionKey, operations);
      } catch (error) {
        throw storageFailure(error);
      }
    },
    async create() {
      const { client } = await opened();
      try {
        await client.createTable();
      } catch (error) {
        if (storageCodeOf(error) !== 'TableAlreadyExists') throw storageFailure(error);
      }
    },
    async drop() {
      const { client } = await opened();
      try {
        await client.deleteTable();
      } catch (error) {
        if (!isTableMissing(error)) throw storageFailure(error);
      }
    },
  };
}

/** The row that was asked for. Whoever else answers on the way to the service does not know its key. */
function checkedRow(row: Row, rowKey: string): Row {
  if (row['rowKey'] !== rowKey) throw notARow();
  return row;
}

function notARow(): RestError {
  return new RestError('Not a row', { code: RestError.PARSE_ERROR });
}
