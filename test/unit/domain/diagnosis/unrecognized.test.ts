import { expect, it } from 'vitest';
import { diagnose } from '../../../../shared/domain/diagnosis/diagnose.ts';
import { templateOf } from '../../../../shared/domain/diagnosis/unrecognized.ts';

const message = 'The gadget Anna of order 1001 is odd';
const source = { app: 'business-central', table: 'Gadget', name: 'Anna' } as const;

it('the template of an unrecognized text has placeholders for its values', () => {
  expect(templateOf(diagnose({ message, source }), { message, source })).toBe(
    'The gadget {name} of order {number} is odd',
  );
});

it('a recognized text has no template', () => {
  const known = { message: 'The operation timed out. Try again.' };
  expect(templateOf(diagnose(known), known)).toBeUndefined();
});
