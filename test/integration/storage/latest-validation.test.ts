import { expect, it } from 'vitest';
import type { Validation } from '../../../shared/domain/settings-checks/finding.ts';
import { TableLatestValidation } from '../../../shared/storage/desk/table-latest-validation.ts';
import { freshStorage } from '../../support/storage.ts';

function aValidation(findings: number): Validation {
  return {
    id: '01KAMX8ZJ0E5QJZ4V6T3C0W2RB',
    at: '2026-11-22T06:00:00.000Z',
    verdict: 'fail',
    findings: Array.from({ length: findings }, (_, index) => ({
      check: 'exchange-rate-dataverse',
      status: 'fail',
      subject: `C${index}`,
      seen: `The exchange rate of C${index} is 0 in Dataverse, seen in row ${index} of ${findings}. `.repeat(
        8,
      ),
      remedy: 'Synchronize the currency. '.repeat(10),
      documentation: 'https://learn.microsoft.com/dynamics365/business-central/',
      causes: ['exchange-rate-missing'],
      explains: index,
    })),
  };
}

it('keeps the last validation, however many currencies it names', async () => {
  const { tables, prefix } = freshStorage();
  const latest = new TableLatestValidation(tables, prefix);
  expect(await latest.get()).toBeUndefined();
  await latest.save({ en: aValidation(1), nl: aValidation(1) });
  const large = { en: aValidation(2000), nl: aValidation(1999) };
  await latest.save(large);
  expect(await latest.get()).toEqual(large);
});
