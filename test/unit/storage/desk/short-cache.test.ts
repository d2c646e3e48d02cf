import { expect, it } from 'vitest';
import { ShortCache } from '../../../../shared/storage/desk/short-cache.ts';

function aCache() {
  const clock = { at: 0 };
  let reads = 0;
  const read = () => {
    reads++;
    return Promise.resolve(reads);
  };
  return { clock, cache: new ShortCache(read, () => clock.at) };
}

it('shares what was read for 5 seconds', async () => {
  const { clock, cache } = aCache();
  expect(await Promise.all([cache.value(), cache.value()])).toEqual([1, 1]);
  clock.at = 4999;
  expect(await cache.value()).toBe(1);
  clock.at = 5000;
  expect(await cache.value()).toBe(2);
});

it('reads again when asked to, or told that something changed', async () => {
  const { cache } = aCache();
  expect(await cache.value()).toBe(1);
  expect(await cache.fresh()).toBe(2);
  expect(await cache.value()).toBe(2);
  cache.forget();
  expect(await cache.value()).toBe(3);
});

it('does not keep a read that failed', async () => {
  let fails = true;
  const cache = new ShortCache(() => (fails ? Promise.reject(new Error('down')) : Promise.resolve(1)));
  await expect(cache.value()).rejects.toThrow('down');
  fails = false;
  expect(await cache.value()).toBe(1);
});
