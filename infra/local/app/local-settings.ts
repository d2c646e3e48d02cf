import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `local.settings.json` says. */
export interface LocalSettings {
  readonly values: Readonly<Record<string, string>>;
  /** `Host.LocalHttpPort`. */
  readonly port: number | undefined;
}

/**
 * Reads `local.settings.json` of an app; there may be none. Throws when it is not JSON, is encrypted, or has a
 * value that is not text, as `func` does.
 */
export function readLocalSettings(appFolder: string): LocalSettings {
  const file = join(appFolder, 'local.settings.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { values: {}, port: undefined };
  }
  const content = parse(text, file);
  if (content['IsEncrypted'] === true)
    throw new Error(`${file} is encrypted; only func settings decrypt can read it`);
  const values = content['Values'] ?? {};
  if (!isObject(values)) throw new Error(`"Values" in ${file} is not an object`);
  const wrong = Object.entries(values).filter(([, value]) => typeof value !== 'string');
  if (wrong.length > 0)
    throw new Error(`Values in ${file} must be strings: ${wrong.map(([name]) => name).join(', ')}`);
  const host = content['Host'];
  const port = isObject(host) ? host['LocalHttpPort'] : undefined;
  return {
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
    port: typeof port === 'number' ? port : undefined,
  };
}

function parse(text: string, file: string): Record<string, unknown> {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new Error(`${file} is not JSON`, { cause });
  }
  if (!isObject(content)) throw new Error(`${file} is not a JSON object`);
  return content;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
