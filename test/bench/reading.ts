import * as z from 'zod';
import type { HttpCaller } from './http-caller.ts';

const listAnswer = z.object({ value: z.array(z.unknown()), nextLink: z.string().optional() });

/**
 * Times of reading a list, ms, after one more time to warm up. It goes on at `nextLink` until it has `most` items; without
 * it, one page is all.
 */
export async function readTimes(
  caller: HttpCaller,
  path: string,
  times: number,
  most?: number,
): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let time = 0; time <= times; time++) {
    const start = performance.now();
    const items = await readList(caller, path, most ?? 1);
    taken.push(performance.now() - start);
    if (items < (most ?? 1)) throw new Error(`${path} gave ${items} items instead of ${most}`);
  }
  return taken.slice(1);
}

async function readList(caller: HttpCaller, path: string, most: number): Promise<number> {
  let items = 0;
  for (let next: string | undefined = path; next !== undefined && items < most; ) {
    const { status, body } = await caller.call('GET', next);
    if (status !== 200) throw new Error(`${next} was answered ${status}: ${body.slice(0, 300)}`);
    const { value, nextLink } = listAnswer.parse(JSON.parse(body));
    items += value.length;
    const url = nextLink && new URL(nextLink, 'http://localhost');
    next = url ? url.pathname + url.search : undefined;
  }
  return items;
}
