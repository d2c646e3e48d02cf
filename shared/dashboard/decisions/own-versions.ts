import type { Problem } from '../api/generated-client.ts';

type Version = Pick<Problem, 'id' | 'etag'>;

/** Versions of problems that decisions of this tab made: who decides twice in a row is nobody else. */
export class OwnVersions {
  readonly #next = new Map<string, string>();

  /** Notes the versions that followed from a decision. */
  follow(before: readonly Version[], after: ReadonlyMap<string, string>): void {
    for (const { id, etag } of before) {
      const next = after.get(id);
      if (next === undefined || next === etag) continue;
      this.#next.set(keyOf({ id, etag }), next);
      // One that came back is the newest.
      this.#next.delete(keyOf({ id, etag: next }));
    }
  }

  /** A problem with the newest version that this tab made from the one that was seen. */
  newest<P extends Version>(seen: P): P {
    let current = seen;
    for (let next = this.#next.get(keyOf(seen)); next !== undefined; next = this.#next.get(keyOf(current)))
      current = { ...current, etag: next };
    return current;
  }
}

function keyOf({ id, etag }: Version): string {
  return `${id} ${etag}`;
}
