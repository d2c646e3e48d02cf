import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** The file of the build that names those that may be asked for, with their media types. */
export const manifestName = 'manifest.json';

const pageManifest = z.array(z.tuple([z.string(), z.string()]));

export type PageManifest = z.output<typeof pageManifest>;

const suffixes = { br: '.br', gzip: '.gz' } as const;

/** The page, as the build wrote it to a folder. Its files are read when they are first asked for. */
export class PageFiles {
  readonly #folder: string;
  readonly #files = new Map<string, Promise<Buffer>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The HTML, with places for what differs by request. */
  async document(): Promise<string> {
    return (await this.#read('page.html')).toString();
  }

  /** A file that the manifest names, in an encoding or as it is; undefined for any other name. */
  async get(
    name: string,
    encoding: keyof typeof suffixes | undefined,
  ): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | undefined> {
    const manifest = pageManifest.parse(JSON.parse((await this.#read(manifestName)).toString()));
    const mediaType = new Map(manifest).get(name);
    if (mediaType === undefined) return undefined;
    return { mediaType, bytes: await this.#read(`${name}${encoding ? suffixes[encoding] : ''}`) };
  }

  #read(file: string): Promise<Buffer> {
    const known = this.#files.get(file);
    if (known) return known;
    const reading = readFile(join(this.#folder, file));
    this.#files.set(file, reading);
    // What could not be read is tried again by the next request.
    reading.catch(() => this.#files.delete(file));
    return reading;
  }
}
