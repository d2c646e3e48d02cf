import type { HttpClient, PipelineResponse } from '@azure/core-rest-pipeline';
import { orAborted } from './time-limit.ts';
import { UpstreamFailure } from './upstream-failure.ts';

/** An HTTP client that reads no more than a number of bytes in all its answers together, errors included. */
export function boundedHttpClient(
  client: HttpClient,
  { bytes, signal }: { readonly bytes: number; readonly signal: AbortSignal },
): HttpClient {
  let left = bytes;
  return {
    async sendRequest(request): Promise<PipelineResponse> {
      // Infinity stands for every status: the SDK hands out the stream instead of reading all of it.
      request.streamResponseStatusCodes = new Set([Number.POSITIVE_INFINITY]);
      const { readableStreamBody, ...response } = await client.sendRequest(request);
      if (!readableStreamBody) return response;

      const read = async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of readableStreamBody) {
          const bytesOfChunk = Buffer.from(chunk);
          left -= bytesOfChunk.length;
          if (left < 0) throw new UpstreamFailure('unexpected-answer', `more than ${bytes} bytes`);
          chunks.push(bytesOfChunk);
        }
        return Buffer.concat(chunks).toString('utf8');
      };
      return { ...response, bodyAsText: await orAborted(read(), signal) };
    },
  };
}
