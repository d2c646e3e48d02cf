import { expect, it } from 'vitest';
import { bandOf } from '../../../../shared/dashboard/plot/band.ts';

it('columns lie side by side, and a place leads to its column', () => {
  const band = bandOf(4, 40, 140);
  expect(band.width).toBeCloseTo(21.25);
  expect([0, 1, 2, 3].map((column) => band.at(band.left(column) + band.width / 2))).toEqual([0, 1, 2, 3]);
  expect([band.at(-5), band.at(1000)]).toEqual([0, 3]);
});
