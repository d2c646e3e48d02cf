import { describe, expect, it } from 'vitest';
import { textKey } from '../../../../../shared/domain/diagnosis/matching/text-key.ts';

describe('the key of a text that no rule recognizes', () => {
  it('is equal for texts that differ in names and numbers only', () => {
    const key = textKey({ message: 'Customer "Adatum" number 10000 failed oddly' });
    expect(textKey({ message: 'Customer "Trey Research" number 20 failed oddly' })).toBe(key);
    expect(textKey({ message: 'Customer "Adatum" number 10000 failed in another way' })).not.toBe(key);
  });

  it.each(['', 'Jan Jansen', `Meester ${'x'.repeat(10_000)}`, 'text:0123456789ABCDEF'])(
    'holds nothing of the text: %s',
    (message) => {
      expect(textKey({ message })).toMatch(/^text:[0-9A-HJKMNP-TV-Z]{16}$/);
      expect(textKey({ message })).toBe(textKey({ message }));
    },
  );
});
