import type { HttpClient, PipelineResponse } from '@azure/core-rest-pipeline';
import { orAborted } from './time-limit.ts';
import { UpstreamFailure } from './upstream-failure.ts';

/** An HTTP client that reads at most a number of bytes in all its answers together, errors included. */
export function boundedHttpClient(
  client: HttpClient,
  { bytes, signal }: { readonly bytes: number; readonly signal: AbortSignal },
): HttpClient {
  let bytesLeft = bytes;
  return {
    async sendRequest(request): Promise<PipelineResponse> {
      // Infinity means every status: the SDK then returns the stream instead of reading all of it.
      request.streamResponseStatusCodes = new Set([Number.POSITIVE_INFINITY]);
      const { readableStreamBody, ...response } = await client.sendRequest(request);
      if (!readableStreamBody) return response;

      const read = async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of readableStreamBody) {
          const received = Buffer.from(chunk);
          bytesLeft -= received.length;
          if (bytesLeft < 0) throw new UpstreamFailure('unexpected-answer', `more than ${bytes} bytes`);
          chunks.push(received);
        }
        return Buffer.concat(chunks).toString('utf8');
      };
      return { ...response, bodyAsText: await orAborted(read(), signal) };
    },
  };
}
