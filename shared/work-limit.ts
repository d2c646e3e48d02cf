import { AppError, type FailureCode } from './domain/app-error.ts';

interface WorkLimitOptions {
  /** The sizes of all work under way together, in the unit of `run`. */
  readonly most: number;
  /** What the work beyond that is refused with. */
  readonly refusal: {
    readonly code: FailureCode;
    readonly detail: string;
    readonly retryAfterSeconds: number;
  };
}

/** Limits how much work of one kind is under way at a time on this instance. */
export class WorkLimit {
  readonly #options: WorkLimitOptions;
  #underWay = 0;

  constructor(options: WorkLimitOptions) {
    this.#options = options;
  }

  /**
   * Does work of a size if there is room for it. Work that is alone always has room.
   * @throws {AppError} the refusal, at once, where there is no room
   */
  async run<Result>(size: number, work: () => Promise<Result>): Promise<Result> {
    const { most, refusal } = this.#options;
    if (this.#underWay > 0 && this.#underWay + size > most)
      throw new AppError(refusal.code, refusal.detail, { retryAfterSeconds: refusal.retryAfterSeconds });
    this.#underWay += size;
    try {
      return await work();
    } finally {
      this.#underWay -= size;
    }
  }
}
