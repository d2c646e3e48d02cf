import { namesOtherProduct } from './other-products.ts';
import { quotationStart } from './quotations.ts';

/** What a whole message says about a part of it; computed once per message, and only when asked for. */
export class Surroundings {
  readonly #folded: string;
  #quotationStart: number | undefined;
  #namesOtherProduct: boolean | undefined;

  constructor(folded: string) {
    this.#folded = folded;
  }

  /** Whether the message names another product. */
  get namesOtherProduct(): boolean {
    this.#namesOtherProduct ??= namesOtherProduct(this.#folded);
    return this.#namesOtherProduct;
  }

  /** Whether anything in the message says that an error is only quoted or explained, or that it is over. */
  get hasQuotation(): boolean {
    return this.isQuotationAt(this.#folded.length);
  }

  /** Whether the message before a position says that what follows is only quoted or explained. */
  isQuotationAt(position: number): boolean {
    this.#quotationStart ??= quotationStart(this.#folded);
    return this.#quotationStart <= position;
  }
}
