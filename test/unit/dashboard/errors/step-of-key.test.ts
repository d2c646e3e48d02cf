import { describe, expect, it } from 'vitest';
import { stepOfKey } from '../../../../shared/dashboard/errors/step-of-key.ts';

const none = { altKey: false, ctrlKey: false, metaKey: false };

describe('keys in the panel of an error', () => {
  it.each([
    ['j', none, 'next'],
    ['k', none, 'previous'],
    ['x', none, undefined],
    ['ArrowDown', none, undefined],
    ['ArrowDown', { ...none, altKey: true }, 'next'],
    ['ArrowUp', { ...none, altKey: true }, 'previous'],
    ['j', { ...none, altKey: true }, undefined],
    ['j', { ...none, ctrlKey: true }, undefined],
    ['k', { ...none, metaKey: true }, undefined],
  ])('%s with %o leads to %s', (key, held, step) => {
    expect(stepOfKey({ key, ...held }, true)).toBe(step);
  });

  it('leaves out single letters where they are switched off, not arrows', () => {
    expect(stepOfKey({ key: 'j', ...none }, false)).toBeUndefined();
    expect(stepOfKey({ key: 'ArrowDown', ...none, altKey: true }, false)).toBe('next');
  });
});
