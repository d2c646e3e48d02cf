/** How long what was read is good enough for readers, ms. */
const lifeMs = 5000;

/** What was read of storage, shared by all who ask within 5 seconds. A read that failed is not kept. */
export class ShortCache<Value> {
  readonly #read: () => Promise<Value>;
  readonly #clock: () => number;
  #cached: { readonly at: number; readonly value: Promise<Value> } | undefined;

  /** `clock` gives ms. */
  constructor(read: () => Promise<Value>, clock: () => number = () => performance.now()) {
    this.#read = read;
    this.#clock = clock;
  }

  /** At most 5 seconds old. */
  value(): Promise<Value> {
    const cached = this.#cached;
    return cached && this.#clock() - cached.at < lifeMs ? cached.value : this.fresh();
  }

  /** As storage has it now. */
  fresh(): Promise<Value> {
    const cached = { at: this.#clock(), value: this.#read() };
    this.#cached = cached;
    cached.value.catch(() => {
      if (this.#cached === cached) this.forget();
    });
    return cached.value;
  }

  forget(): void {
    this.#cached = undefined;
  }
}
