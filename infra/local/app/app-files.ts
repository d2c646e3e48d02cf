import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const http = z.object({ routePrefix: z.string().default('api') }).prefault({});
const logLevel = z.object({ default: z.string().default('Information') }).prefault({});
const hostJson = z.object({
  version: z.literal('2.0'),
  extensions: z.object({ http }).prefault({}),
  logging: z.object({ logLevel }).prefault({}),
});

const localSettings = z.object({
  IsEncrypted: z.literal(false, 'is encrypted; only func settings decrypt can read it').optional(),
  Values: z.record(z.string(), z.string()).default({}),
  Host: z.object({ LocalHttpPort: z.int().optional() }).default({}),
});

/** Reads the parts of `host.json` that the local host follows. Throws when it is missing, or not of version 2.0. */
export function readHostJson(appFolder: string): z.output<typeof hostJson> {
  return readJson(join(appFolder, 'host.json'), hostJson);
}

/**
 * Reads `local.settings.json`, which may be missing. Throws when it is not JSON, is encrypted, or has a value that is
 * not a string, as `func` does.
 */
export function readLocalSettings(appFolder: string): z.output<typeof localSettings> {
  const file = join(appFolder, 'local.settings.json');
  return existsSync(file) ? readJson(file, localSettings) : { Values: {}, Host: {} };
}

/** The file that `package.json` names as `main`. Throws when it names none. */
export function readMain(appFolder: string): string {
  return readJson(join(appFolder, 'package.json'), z.object({ main: z.string() })).main;
}

// Messages hold names, never values.
function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(error instanceof SyntaxError ? `${file} is not JSON` : String(error));
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}
