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

/** An entity as it is sent: keys and properties; numbers are stored as Int32 or Double, bytes as Binary. */
export type EntityProperties = Readonly<Record<string, string | number | boolean | Uint8Array>>;

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

/**
 * All steps were done, with the new ETags of inserted and changed rows; or none, and what stood in the way. `refused`:
 * the service takes one of the rows never (400); `step` is its number where the service tells it, `reason` its words.
 */
export type TransactionResult =
  | { readonly done: true; readonly etags: ReadonlyMap<string, string> }
  | { readonly done: false; readonly conflict: 'exists' | 'changed' | 'missing' | 'table-missing' }
  | {
      readonly done: false;
      readonly conflict: 'refused';
      readonly step: number | undefined;
      readonly reason: string;
    };

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
  const entity: Record<string, string | number | boolean> = { PartitionKey: partitionKey, RowKey: rowKey };
  for (const [name, value] of Object.entries(properties)) {
    if (value instanceof Uint8Array) {
      entity[`${name}@odata.type`] = 'Edm.Binary';
      entity[name] = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
    } else entity[name] = value;
  }
  return toJson(entity);
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
  const { failed, done } = stepsIn(text, response.status);
  // Whoever else answers on the way to the service must not have something told as stored.
  if (!failed && done !== operations.length)
    throw new RestError('Not an answer to the transaction', {
      code: RestError.PARSE_ERROR,
      request,
      response,
    });
  if (!failed) return { done: true, etags: etagsIn(text, operations) };
  const conflict = conflicts[failed.code];
  if (conflict) return { done: false, conflict };
  if (failed.status === 400 || failed.status === 413)
    return {
      done: false,
      conflict: 'refused',
      step: failed.step,
      reason: `${failed.code}: ${failed.reason}`,
    };
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

interface Failed {
  readonly code: string;
  readonly status: number;
  readonly reason: string;
  readonly step: number | undefined;
}

/** What the answer to a transaction says: which step failed, or how many were done. */
function stepsIn(
  text: string,
  status: number,
): { readonly failed: Failed | undefined; readonly done: number } {
  const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]));
  const failedStatus = status >= 300 ? status : statuses.find((one) => one >= 300);
  if (failedStatus === undefined) return { failed: undefined, done: statuses.length };
  return { failed: failureIn(text, failedStatus), done: 0 };
}

function failureIn(text: string, failedStatus: number): Failed {
  const unknown = { code: '', status: failedStatus, reason: '', step: undefined };
  const json = /\{.*\}/s.exec(text)?.[0];
  if (!json) return unknown;
  try {
    const { code, message } = batchError.parse(JSON.parse(json))['odata.error'];
    // The service puts the number of the step before its words: `12:The property value exceeds …`.
    const [, step, words = ''] = /^(?:(\d{1,2}):)?([^\n]*)/.exec(message?.value ?? '') ?? [];
    return { code, status: failedStatus, reason: words, step: step === undefined ? undefined : Number(step) };
  } catch {
    // Not the service's own error body: the status has to do.
    return unknown;
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
