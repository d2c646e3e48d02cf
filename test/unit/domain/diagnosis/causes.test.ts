import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type Cause,
  causes,
  causesOf,
  causeTable,
  checksOf,
  resolvers,
} from '../../../../shared/domain/diagnosis/causes.ts';
import { explain } from '../../../../shared/domain/diagnosis/explain.ts';
import { allRules } from '../../../../shared/domain/diagnosis/rules/all.ts';
import type {
  AdministratorCauseTexts,
  UserCauseTexts,
} from '../../../../shared/domain/diagnosis/texts/cause-text.ts';
import { languages } from '../../../../shared/domain/language.ts';
import { checkIds } from '../../../../shared/domain/settings-checks/check-ids.ts';
import { labelledTexts } from '../../../support/diagnosis-texts.ts';

const causesOfRules = new Set(allRules().map(({ cause }) => cause));

describe('each cause of the table is complete', () => {
  it.each(causes)('%s', (cause) => {
    const { resolver, scope, page, checks = [] } = causeTable[cause];
    expect(resolvers).toContain(resolver);
    expect(resolver === 'unknown').toBe(cause === 'unclassified');
    expect(['environment', 'company', 'mapping']).toContain(scope);
    expect(page).toMatch(/^[a-z0-9-]+(\/[a-z0-9-]+)+$/);
    expect(checkIds).toEqual(expect.arrayContaining([...checks]));
    for (const language of languages)
      expect(explain({ cause, key: '', resolver, evidence: '' }, language).title).not.toBe('');
    expect(causesOfRules.has(cause)).toBe(cause !== 'unclassified');
    expect(labelledTexts.map(([, own]) => own)).toContain(cause);
  });

  it('the compiler wants a text for each cause in each language', () => {
    expectTypeOf<keyof UserCauseTexts | keyof AdministratorCauseTexts>().toEqualTypeOf<Cause>();
  });
});

describe('checksOf and causesOf', () => {
  // What they warn of makes no errors: an old rate is used, and without its job a sender is silent.
  const withoutErrors: readonly string[] = ['exchange-rate-age', 'sender-job'];

  it.each(checkIds)('%s accounts for at least one cause, if what it warns of makes errors', (check) => {
    expect(causesOf(check).length > 0).toBe(!withoutErrors.includes(check));
  });

  it.each(causes)('%s and its checks refer to each other', (cause) => {
    for (const check of checksOf(cause)) expect(causesOf(check)).toContain(cause);
    expect(checkIds.filter((check) => causesOf(check).includes(cause))).toEqual(
      checkIds.filter((check) => checksOf(cause).includes(check)),
    );
  });

  it('there are no checks for an unclassified text', () => {
    expect(checksOf('unclassified')).toEqual([]);
  });
});
