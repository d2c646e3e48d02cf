import { describe, expect, it } from 'vitest';
import { diagnose, diagnoseAgain } from '../../../../../shared/domain/diagnosis/diagnose.ts';
import { keepingRecent } from '../../../../../shared/domain/diagnosis/matching/recent-results.ts';

describe('recent results', () => {
  const counting = () => {
    const asked: string[] = [];
    return {
      asked,
      kept: keepingRecent(
        (text: string) => {
          asked.push(text);
          return text.length > 1 ? text.length : undefined;
        },
        (text) => text,
      ),
    };
  };

  it('are given again, undefined as well', () => {
    const { asked, kept } = counting();
    expect(['ab', 'a', 'ab', 'a'].map(kept)).toEqual([2, undefined, 2, undefined]);
    expect(asked).toEqual(['ab', 'a']);
  });

  it.each([
    { name: 'too many texts', texts: Array.from({ length: 5001 }, (_, index) => `${index}`) },
    { name: 'texts that are too long together', texts: ['a'.repeat(1_200_000), 'b'.repeat(1_200_000)] },
  ])('are forgotten with $name', ({ texts }) => {
    const { asked, kept } = counting();
    for (const text of texts) kept(text);
    kept(texts[0] ?? '');
    expect(asked.filter((text) => text === texts[0])).toHaveLength(2);
    kept(texts[0] ?? '');
    expect(asked.filter((text) => text === texts[0])).toHaveLength(2);
  });
});

it('a message diagnosed again has the key of its own report', () => {
  const message = 'The record cannot be updated because it is coupled to a deleted record.';
  for (const table of ['Customer', 'Item', 'Customer']) {
    const subject = { message, source: { app: 'business-central' as const, table } };
    expect(diagnoseAgain(subject)).toEqual(diagnose(subject));
  }
});
