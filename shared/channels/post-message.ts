import type { Agent } from 'node:https';
import {
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  isRestError,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import type { SendOutcome } from '../domain/alerts/alert-channel.ts';
import { retryAfterMs } from '../domain/retry-after.ts';
import { isWrittenLoopback } from './alert-address.ts';

/** Bytes of an answer that are read: nobody looks at more. */
const maxAnswerBytes = 64 * 1024;

/** One message to an address. */
export interface PostedMessage {
  readonly url: URL;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Refuses connections to addresses that must not be reached. */
  readonly agent?: Agent | undefined;
  readonly limitMs: number;
}

/** Posts a message and says what came of it. It follows no redirect, and tells nothing of what the receiver wrote. */
export async function postMessage(
  client: HttpClient,
  { url, body, headers, agent, limitMs }: PostedMessage,
): Promise<SendOutcome> {
  const signal = AbortSignal.timeout(Math.max(1, Math.round(limitMs)));
  const request = createPipelineRequest({
    url: url.href,
    method: 'POST',
    body,
    headers: createHttpHeaders({ 'user-agent': 'integration-error-desk', ...headers }),
    abortSignal: signal,
    allowInsecureConnection: isWrittenLoopback(url),
  });
  // Handed to createPipelineRequest, it would be ignored.
  if (agent) request.agent = agent;
  request.streamResponseStatusCodes = new Set([Number.POSITIVE_INFINITY]);
  try {
    const response = await createEmptyPipeline().sendRequest(client, request);
    return await outcomeOf(response);
  } catch (error) {
    if (signal.aborted) return { kind: 'failed', reason: 'timed-out' };
    return { kind: 'failed', reason: isRefusedAddress(error) ? 'address-not-allowed' : 'unreachable' };
  }
}

async function outcomeOf({ status, headers, readableStreamBody }: PipelineResponse): Promise<SendOutcome> {
  let bytes = 0;
  for await (const chunk of readableStreamBody ?? []) {
    bytes += Buffer.byteLength(chunk);
    // Leaving the loop ends the connection.
    if (bytes > maxAnswerBytes) break;
  }
  if (status >= 200 && status < 300) return { kind: 'accepted', status };
  const waitMs = retryAfterMs(headers.get('retry-after'), Date.now());
  if (status === 410) return { kind: 'failed', status, reason: 'gone' };
  if (status === 429) return { kind: 'failed', status, reason: 'throttled', retryAfterMs: waitMs };
  if (status >= 300 && status < 400) return { kind: 'failed', status, reason: 'redirected' };
  return { kind: 'failed', status, reason: 'refused', retryAfterMs: waitMs };
}

/** Whether the agent refused the address that a name has, or that the setting holds. */
function isRefusedAddress(error: unknown): boolean {
  const message = error instanceof Error ? error.message : '';
  return (isRestError(error) || error instanceof Error) && /is not allowed\. Because,? It is/.test(message);
}
