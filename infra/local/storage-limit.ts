import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { AppError } from '../../shared/domain/app-error.ts';
import { problemMediaType, problemOf } from '../../shared/http/problem.ts';
import type { HttpData } from './app/core-types.ts';
import type { Gate } from './http/http-invocation.ts';

const megabyte = 1_000_000;
// Without a save for this long, nothing was stored: the reports were duplicates, or failed.
const idleMs = 60_000;
const advice =
  'Start with another data folder (npm start -- --data FOLDER), or set ERROR_LOG to a real storage account.';

/** Sizes of Azurite's data file in bytes: a warning; no more reports; the most with what is not saved yet. */
const usualLimits = { warn: 250 * megabyte, full: 400 * megabyte, max: 520 * megabyte };

/**
 * Keeps Azurite's data file below the size that kills it. Azurite writes all its tables as one string, every five
 * seconds. Past V8's longest string, 536,870,888 characters, it crashes, and again on each later start. Only reports
 * are refused, because they fill the storage; reading, deciding and cleaning up still work.
 */
export class StorageLimit implements Gate {
  readonly #file: string;
  readonly #warn: (text: string) => void;
  readonly #limits: typeof usualLimits;
  #saved = { bytes: 0, at: 0 };
  #isWarned = false;
  #running = 0;
  // Stored since the last save, and between that save and the one before, which may have missed the end of it.
  #stored = { now: 0, before: 0 };
  #countedSince = Date.now();

  constructor(file: string, warn: (text: string) => void, limits = usualLimits) {
    this.#file = file;
    this.#warn = warn;
    this.#limits = limits;
    this.#look();
  }

  enter(functionName: string, body: Uint8Array): HttpData | undefined {
    if (functionName !== 'reportErrors') return undefined;
    this.#look();
    const { bytes } = this.#saved;
    if (bytes >= this.#limits.full)
      return refusal(
        `The data file of the local storage has ${megabytes(bytes)} and takes no more. ${advice}`,
      );
    const added = maxAdded(body);
    if (bytes + this.#running + this.#stored.now + this.#stored.before + added > this.#limits.max)
      return refusal('The local storage has much to save and little room left. Send the same again.');
    this.#running += added;
    return undefined;
  }

  leave(functionName: string, body: Uint8Array): void {
    if (functionName !== 'reportErrors') return;
    this.#running -= maxAdded(body);
    this.#stored.now += maxAdded(body);
  }

  #look(): void {
    const file = statSync(this.#file, { throwIfNoEntry: false });
    const isSaved = file !== undefined && file.mtimeMs !== this.#saved.at;
    if (isSaved || Date.now() - this.#countedSince > idleMs) {
      this.#stored = { now: 0, before: this.#stored.now };
      this.#countedSince = Date.now();
    }
    if (!isSaved) return;
    this.#saved = { bytes: file.size, at: file.mtimeMs };
    if (this.#isWarned || file.size < this.#limits.warn) return;
    this.#isWarned = true;
    const [size, full] = [megabytes(file.size), megabytes(this.#limits.full)];
    this.#warn(
      `The data file of the local storage has ${size}. At ${full} it takes no more reports. ${advice}`,
    );
  }
}

/** How much a body of reports can add to the file at most, in bytes; measured, see decision 2. */
function maxAdded(body: Uint8Array): number {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let items = 0;
  for (let at = bytes.indexOf('occurredAt'); at >= 0; at = bytes.indexOf('occurredAt', at + 1)) items += 1;
  // The names of a report, at most 5,000 characters, are escaped a second time: they share a property.
  return 1_000 + 1_200 * items + bytes.length + Math.min(bytes.length, 5_000 * items);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / megabyte)} MB`;
}

function refusal(detail: string): HttpData {
  const failure = new AppError('storage-unavailable', detail, { retryAfterSeconds: 5 });
  const { status, headers, body } = problemOf(failure, randomUUID());
  return {
    statusCode: String(status),
    headers: { ...headers, 'content-type': problemMediaType },
    body: { bytes: Buffer.from(JSON.stringify(body)) },
  };
}
