import { randomUUID } from 'node:crypto';
import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  RestError,
} from '@azure/core-rest-pipeline';
import type { TableClient } from '@azure/data-tables';
import * as z from 'zod';

/** What one entity group transaction holds at most: rows, and bytes of its body (documented: 100 and 4 MiB). */
export const transactionLimits = { rows: 100, bytes: 4 * 1024 * 1024 } as const;

/** Bytes of the body for one row besides its entity: boundary, request line, headers. */
export const bytesAroundRow = 640;

/** Properties of an entity. Numbers are stored as Int32 or Double, texts as String. */
export type EntityProperties = Readonly<Record<string, string | number | boolean>>;

/** One operation of a transaction. The `etag` `*` matches any version of the row. */
export type TransactionOperation =
  | { readonly kind: 'insert' | 'upsert'; readonly rowKey: string; readonly json: string }
  | {
      readonly kind: 'replace' | 'merge';
      readonly rowKey: string;
      readonly json: string;
      readonly etag: string;
    }
  | { readonly kind: 'delete'; readonly rowKey: string; readonly etag: string };

/** Either all operations were done, with the new ETags by row key, or none, because of a conflict. */
export type TransactionResult =
  | { readonly done: true; readonly etags: ReadonlyMap<string, string> }
  | { readonly done: false; readonly conflict: 'exists' | 'changed' | 'missing' | 'table-missing' };

const batchError = z.object({
  'odata.error': z.object({ code: z.string(), message: z.object({ value: z.string() }).optional() }),
});

const conflicts: Readonly<Record<string, 'exists' | 'changed' | 'missing' | 'table-missing'>> = {
  EntityAlreadyExists: 'exists',
  UpdateConditionNotSatisfied: 'changed',
  ConditionNotMet: 'changed',
  ResourceNotFound: 'missing',
  EntityNotFound: 'missing',
  TableNotFound: 'table-missing',
};

/**
 * JSON as it is sent and stored. Line and paragraph separators are escaped: JSON may hold them, but Azurite splits a
 * transaction into lines and refuses them.
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!/[\u2028\u2029]/.test(json)) return json;
  return json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** The JSON of an entity with its keys. */
export function entityJson(partitionKey: string, rowKey: string, properties: EntityProperties): string {
  return toJson({ PartitionKey: partitionKey, RowKey: rowKey, ...properties });
}

/**
 * Sends the operations as one entity group transaction. The SDK's pipeline carries it (credentials, limits, tracing),
 * but the body is written here: the SDK builds a request for each operation, which takes three times as long.
 */
export async function sendTransaction(
  client: TableClient,
  httpClient: HttpClient,
  partitionKey: string,
  operations: readonly TransactionOperation[],
): Promise<TransactionResult> {
  const batch = `batch_${randomUUID()}`;
  const request = createPipelineRequest({
    url: `${accountUrl(client)}/$batch`,
    method: 'POST',
    body: transactionBody(`${accountUrl(client)}/${client.tableName}`, batch, partitionKey, operations),
    headers: createHttpHeaders({
      accept: 'application/json',
      'x-ms-version': '2019-02-02',
      DataServiceVersion: '3.0;',
      MaxDataServiceVersion: '3.0;NetFx',
      'Content-Type': `multipart/mixed; boundary=${batch}`,
    }),
    allowInsecureConnection: client.url.startsWith('http:'),
  });
  const response = await client.pipeline.sendRequest(httpClient, request);
  const text = response.bodyAsText ?? '';
  const failed = failureIn(text, response.status);
  if (!failed) return { done: true, etags: etagsIn(text, operations) };
  const conflict = conflicts[failed.code];
  if (conflict) return { done: false, conflict };
  throw new RestError(`Transaction failed: ${failed.code}`, {
    code: failed.code,
    statusCode: failed.status,
    request,
    response,
  });
}

function accountUrl(client: TableClient): string {
  return client.url.replace(/\/+$/, '');
}

function transactionBody(
  tableUrl: string,
  batch: string,
  partitionKey: string,
  operations: readonly TransactionOperation[],
): Buffer {
  const changeset = `changeset_${randomUUID()}`;
  const parts: string[] = [`--${batch}\r\nContent-Type: multipart/mixed; boundary=${changeset}\r\n\r\n`];
  const start = `--${changeset}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n`;
  const headers =
    'accept: application/json;odata=minimalmetadata\r\ncontent-type: application/json\r\nPrefer: return-no-content\r\nDataServiceVersion: 3.0;\r\n';
  for (const operation of operations) {
    const address = `${tableUrl}(PartitionKey='${partitionKey}',RowKey='${operation.rowKey}')`;
    parts.push(start);
    if (operation.kind === 'insert')
      parts.push(`POST ${tableUrl} HTTP/1.1\r\n${headers}\r\n${operation.json}\r\n`);
    else if (operation.kind === 'delete')
      parts.push(
        `DELETE ${address} HTTP/1.1\r\naccept: application/json\r\nIf-Match: ${operation.etag}\r\n\r\n\r\n`,
      );
    else {
      const method = operation.kind === 'merge' ? 'PATCH' : 'PUT';
      // Without If-Match a PUT inserts or replaces.
      const match = 'etag' in operation ? `If-Match: ${operation.etag}\r\n` : '';
      parts.push(`${method} ${address} HTTP/1.1\r\n${headers}${match}\r\n${operation.json}\r\n`);
    }
  }
  parts.push(`--${changeset}--\r\n--${batch}--\r\n`);
  // As bytes: a text would be encoded twice, for its length and to be sent.
  return Buffer.from(parts.join(''));
}

function failureIn(
  text: string,
  status: number,
): { readonly code: string; readonly status: number } | undefined {
  const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]));
  const failedStatus = status >= 300 ? status : statuses.find((one) => one >= 300);
  if (failedStatus === undefined) return undefined;
  const json = /\{.*\}/s.exec(text)?.[0];
  if (!json) return { code: '', status: failedStatus };
  try {
    return { code: batchError.parse(JSON.parse(json))['odata.error'].code, status: failedStatus };
  } catch {
    // Not an error body of the service: only the status is known.
    return { code: '', status: failedStatus };
  }
}

function etagsIn(text: string, operations: readonly TransactionOperation[]): Map<string, string> {
  const etags = new Map<string, string>();
  const answers = text.split('--changesetresponse_').slice(1, -1);
  operations.forEach((operation, index) => {
    const etag = /^ETag: (.*?)\r?$/im.exec(answers[index] ?? '')?.[1];
    if (etag && operation.kind !== 'delete') etags.set(operation.rowKey, etag);
  });
  return etags;
}
