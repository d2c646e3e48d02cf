import * as z from 'zod/mini';
import { call } from '../api/call.ts';
import { openapi } from '../api/generated-client.ts';

/** The part of the API's description that has the example of a snapshot. */
const description = z.looseObject({
  paths: z.looseObject({
    '/validations': z.looseObject({
      post: z.looseObject({
        requestBody: z.looseObject({
          content: z.looseObject({
            'application/json': z.looseObject({
              examples: z.looseObject({ snapshot: z.looseObject({ value: z.unknown() }) }),
            }),
          }),
        }),
      }),
    }),
  }),
});

/**
 * The example of a snapshot in the description of the API, as text.
 * @throws {ApiFailure}
 */
export async function readExample(): Promise<string> {
  const { data } = await call(openapi());
  const { paths } = z.parse(description, data);
  const { examples } = paths['/validations'].post.requestBody.content['application/json'];
  return JSON.stringify(examples.snapshot.value, undefined, 2);
}
