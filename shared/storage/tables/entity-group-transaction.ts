import { randomUUID } from 'node:crypto';
import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  RestError,
} from '@azure/core-rest-pipeline';
import type { TableClient } from '@azure/data-tables';
import * as z from 'zod';

/** Most rows one entity group transaction takes, and the most bytes of its body (documented: 100 and 4 MiB). */
export const transactionLimits = { rows: 100, bytes: 4 * 1024 * 1024 } as const;

/** Bytes that one row's part of the body takes besides the entity itself: boundary, request line, headers. */
export const bytesAroundRow = 640;

/** An entity as it is sent: keys and properties; numbers are stored as Int32 or Double, strings as String. */
export type EntityProperties = Readonly<Record<string, string | number | boolean>>;

/** One step of a transaction; `*` as `etag` means whatever is there. */
export type TransactionOperation =
  | { readonly kind: 'insert' | 'upsert'; readonly rowKey: string; readonly json: string }
  | {
      readonly kind: 'replace' | 'merge';
      readonly rowKey: string;
      readonly json: string;
      readonly etag: string;
    }
  | { readonly kind: 'delete'; readonly rowKey: string; readonly etag: string };

/** All steps were done, with the new ETags of inserted and changed rows; or none, and which step stood in the way. */
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
 * JSON as it is sent and stored. Line and paragraph separators are escaped: they may stand in JSON, but a reader that
 * takes a transaction apart by lines (Azurite) refuses them.
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!/[\u2028\u2029]/.test(json)) return json;
  return json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** The JSON of an entity of our one partition. */
export function entityJson(partitionKey: string, rowKey: string, properties: EntityProperties): string {
  return toJson({ PartitionKey: partitionKey, RowKey: rowKey, ...properties });
}

/**
 * Sends the steps as one entity group transaction over the SDK's own pipeline (credentials, limits, tracing), with a
 * body of our own: the SDK builds each step as a request of its own, which costs three times as much.
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
  // As bytes at once: as a text it would be encoded for its length and again for each piece that is written.
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
    // Not the service's own error body: the status has to do.
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
