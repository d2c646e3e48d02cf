import { describe, expect, it } from 'vitest';
import { WorkLimit } from '../../shared/work-limit.ts';

const refusal = { code: 'server-busy', detail: 'Too much', retryAfterSeconds: 5 } as const;
const aLimit = () => new WorkLimit({ most: 10, refusal });

/** Work that ends when it is told to. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { run: () => promise, end: resolve, fail: reject };
}

describe('a limit of work', () => {
  it('lets work in until its size is reached, and refuses the rest at once', async () => {
    const limit = aLimit();
    const [one, other] = [work(), work()];
    const running = [limit.run(6, one.run), limit.run(4, other.run)];
    await expect(limit.run(1, async () => 'late')).rejects.toMatchObject({
      ...{ code: 'server-busy' },
      retryAfterSeconds: 5,
    });
    one.end('one');
    other.end('other');
    expect(await Promise.all(running)).toEqual(['one', 'other']);
  });

  it.each(['ends', 'fails'])('has room again when work %s', async (how) => {
    const limit = aLimit();
    const first = work();
    const running = limit.run(10, first.run).catch(() => 'failed');
    if (how === 'ends') first.end('ended');
    else first.fail(new Error('no'));
    await running;
    expect(await limit.run(10, async () => 'done')).toBe('done');
  });

  it('lets in what is larger than the limit while nothing else is under way', async () => {
    expect(await aLimit().run(11, async () => 'done')).toBe('done');
  });
});
