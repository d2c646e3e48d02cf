import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload, type SourceOrigin } from 'node:module';

/** Such as `    at async run (/app/dist/main.cjs:12:5)`, or the same without a function's name. */
const frameInBundle = /^( {4}at (?:async )?(?:.*? \()?)((?:\/|\w:).*\.cjs):(\d+):(\d+)(\)?)$/;

/** Source maps of bundles by file; undefined where a bundle has none. */
const sourceMaps = new Map<string, SourceMap | undefined>();

/**
 * A line of a stack, with its place in a bundle replaced by the place in the source, such as `shared/http/boundary.ts:12:5`.
 * Unchanged where there is no source map beside the file. Azure starts Node without `--enable-source-maps`, which would
 * read the map at each start; here the first error reads it.
 */
export function withSourcePlace(frame: string): string {
  const [, before = '', file = '', line, column, after = ''] = frameInBundle.exec(frame) ?? [];
  if (!file) return frame;
  const source: Partial<SourceOrigin> = sourceMapOf(file)?.findOrigin(Number(line), Number(column)) ?? {};
  if (source.fileName === undefined) return frame;
  // Sources are named relative to the bundle's folder.
  const name = source.fileName.replace(/^(\.\.\/)+/, '');
  return `${before}${name}:${source.lineNumber}:${source.columnNumber}${after}`;
}

function sourceMapOf(file: string): SourceMap | undefined {
  if (!sourceMaps.has(file)) sourceMaps.set(file, readSourceMap(`${file}.map`));
  return sourceMaps.get(file);
}

function readSourceMap(file: string): SourceMap | undefined {
  try {
    const payload: SourceMapPayload = JSON.parse(readFileSync(file, 'utf8'));
    return new SourceMap(payload);
  } catch {
    // A place in the bundle is better than no log line.
    return undefined;
  }
}
