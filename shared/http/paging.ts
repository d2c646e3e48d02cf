import * as z from 'zod';
import type { Desk } from '../domain/ports/desk.ts';
import { listName, nextLinkOf, pageToken, positionIn } from './page-token.ts';

export const pageParameters = {
  maxpagesize: z
    .string()
    .regex(/^\d{1,4}$/, 'Must be a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.int().min(1, 'Must be from 1 to 200').max(200, 'Must be from 1 to 200'))
    .default(50)
    .describe('Most items of a page, 1 to 200; a page may hold fewer and still have a nextLink'),
  pagetoken: z
    .string()
    .min(1)
    .max(3000)
    .optional()
    .describe('The position of the next page, from nextLink; valid for the same filter only'),
};

/** Body of a page of a list. */
export function pageBody<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    value: z.array(item),
    nextLink: z.string().optional().describe('The next page; absent on the last'),
  });
}

/** Reads and writes the page tokens of one list; each is valid for the same query only, whatever its page size. */
export function paging(
  desk: Pick<Desk, 'tokenKey'>,
  list: string,
  {
    maxpagesize: _,
    pagetoken,
    ...filter
  }: { readonly maxpagesize: number; readonly pagetoken?: string | undefined },
  url: URL,
) {
  const name = listName(list, filter);
  return {
    /**
     * The position in the page token; undefined on the first page.
     * @throws {AppError} invalid-page-token
     */
    async position<Position>(position: z.ZodType<Position>): Promise<Position | undefined> {
      return pagetoken === undefined
        ? undefined
        : positionIn(await desk.tokenKey(), name, pagetoken, position);
    },
    /** The address of the page that begins at this position. */
    async addressFrom(position: readonly (string | number)[]): Promise<string> {
      return nextLinkOf(url, pageToken(await desk.tokenKey(), name, position));
    },
    /** The property `nextLink` of a page that ends before this position; nothing on the last page. */
    async nextLink(
      position: readonly (string | number)[] | undefined,
    ): Promise<{ readonly nextLink?: string }> {
      return position ? { nextLink: await this.addressFrom(position) } : {};
    },
  };
}
