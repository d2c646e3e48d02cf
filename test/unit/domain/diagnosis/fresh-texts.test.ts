import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { causes } from '../../../../shared/domain/diagnosis/causes.ts';
import { diagnose } from '../../../../shared/domain/diagnosis/diagnose.ts';

const folder = join(import.meta.dirname, '../../../support/fresh-texts');

/** `disputed` says why another answer than the writer's is no fault. */
const freshText = z.object({
  text: z.string(),
  cause: z.enum(causes).nullable(),
  disputed: z.string().optional(),
});

// These texts are used up: they show what a change breaks, not how well unknown texts are recognized.
describe.each(readdirSync(folder))('the texts of %s', (file) => {
  const judged = readFileSync(join(folder, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => freshText.parse(JSON.parse(line)))
    .filter(({ disputed }) => disputed === undefined)
    .map(({ text, cause }) => ({ text, cause: cause ?? 'unclassified', got: diagnose({ message: text }) }));
  const errors = judged.filter(({ cause }) => cause !== 'unclassified');
  const wrong = errors.filter(({ cause, got }) => got.cause !== 'unclassified' && got.cause !== cause);

  it('are recognized, at least 95 of 100 errors', () => {
    const missed = errors.filter(({ got }) => got.cause === 'unclassified');
    expect(missed.length + wrong.length, JSON.stringify([missed, wrong], undefined, 1)).toBeLessThanOrEqual(
      errors.length * 0.05,
    );
  });

  it('are never taken where they are no errors', () => {
    expect(judged.filter(({ cause, got }) => cause === 'unclassified' && got.cause !== cause)).toEqual([]);
  });

  it('have a wrong cause in at most 1 of 100', () => {
    expect(wrong.length, JSON.stringify(wrong, undefined, 1)).toBeLessThanOrEqual(errors.length * 0.01);
  });
});
