import { describe, expect, it } from 'vitest';
import { sharedFor } from '../../shared/shared-for.ts';

describe('shared work', () => {
  it('is done once for all who ask within its time', async () => {
    let now = 0;
    let runs = 0;
    const work = sharedFor(
      3000,
      () => Promise.resolve(++runs),
      () => now,
    );
    expect(await Promise.all([work(), work()])).toEqual([1, 1]);
    now = 2999;
    expect(await work()).toBe(1);
    now = 3000;
    expect(await work()).toBe(2);
  });

  it('shares a failure too, and tries again after its time', async () => {
    let now = 0;
    let runs = 0;
    const work = sharedFor(
      3000,
      () => (++runs === 1 ? Promise.reject(new Error('down')) : Promise.resolve('up')),
      () => now,
    );
    await expect(work()).rejects.toThrow('down');
    await expect(work()).rejects.toThrow('down');
    now = 3000;
    expect(await work()).toBe('up');
    expect(runs).toBe(2);
  });
});
