import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const hostJson = z.object({
  version: z.literal('2.0'),
  extensions: z
    .object({ http: z.object({ routePrefix: z.string().default('api') }).default({ routePrefix: 'api' }) })
    .default({ http: { routePrefix: 'api' } }),
  logging: z.object({ logLevel: z.record(z.string(), z.string()).default({}) }).default({ logLevel: {} }),
});

/** The parts of `host.json` that the local host follows. */
export type HostJson = z.infer<typeof hostJson>;

/** Reads `host.json` of an app. Throws when there is none or it is not of version 2.0. */
export function readHostJson(appFolder: string): HostJson {
  const file = join(appFolder, 'host.json');
  const parsed = hostJson.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
