import { expect, it } from 'vitest';
import { nl } from '../../../../shared/dashboard/messages/nl.ts';
import { checkName } from '../../../../shared/dashboard/settings-check/check-name.ts';

it('a check has a name in the language of the page; an unknown one keeps its id', () => {
  expect(checkName('base-currency', nl)).toBe('Basisvaluta');
  expect(checkName('check-of-tomorrow', nl)).toBe('check-of-tomorrow');
});
