import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Validation, ValidationSource } from '../../../shared/domain/settings-checks/finding.ts';
import { changeDeskRows, deskPartition } from '../../../shared/storage/desk/desk-transaction.ts';
import { TableLatestValidation } from '../../../shared/storage/desk/table-latest-validation.ts';
import { entityJson } from '../../../shared/storage/tables/entity-group-transaction.ts';
import { splitText } from '../../../shared/storage/tables/split-text.ts';
import { deskTable } from '../../../shared/storage/tables/table-names.ts';
import { freshStorage } from '../../support/storage.ts';

function aValidation(findings: number, source: ValidationSource = 'live'): Validation {
  return {
    id: '01KAMX8ZJ0E5QJZ4V6T3C0W2RB',
    at: '2026-11-22T06:00:00.000Z',
    source,
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
  const { tables, prefix, desk } = freshStorage();
  const latest = new TableLatestValidation(tables, prefix, () => desk.checkFormat());
  expect(await latest.get('live')).toBeUndefined();
  await latest.save('live', { en: aValidation(1), nl: aValidation(1) });
  const large = { en: aValidation(2000), nl: aValidation(1999) };
  await latest.save('live', large);
  expect(await latest.get('live')).toEqual(large);
});

it('refuses more findings than fit into a row, and keeps the last that did', async () => {
  const { tables, prefix, desk } = freshStorage();
  const latest = new TableLatestValidation(tables, prefix, () => desk.checkFormat());
  const small = { en: aValidation(1), nl: aValidation(1) };
  await latest.save('snapshot', small);
  const [finding] = aValidation(1).findings;
  if (!finding) throw new Error('No finding');
  const findings = Array.from({ length: 1000 }, () => ({
    ...finding,
    seen: randomBytes(300).toString('hex'),
  }));
  const large = { ...aValidation(1), findings };
  await expect(latest.save('snapshot', { en: large, nl: large })).rejects.toMatchObject({
    code: 'payload-too-large',
    message: expect.stringContaining('1000 findings'),
  });
  expect(await latest.get('snapshot')).toEqual(small);
});

it('treats a row of another version as none, and replaces it', async () => {
  const { tables, prefix, desk } = freshStorage();
  const latest = new TableLatestValidation(tables, prefix, () => desk.checkFormat());
  const { source: _, ...withoutSource } = aValidation(1);
  const old = gzipSync(JSON.stringify({ en: withoutSource, nl: withoutSource })).toString('base64');
  await desk.state();
  const json = entityJson(deskPartition, 'v', splitText('validation', old));
  await changeDeskRows(tables.table(deskTable(prefix)), [{ kind: 'upsert', rowKey: 'v', json }]);
  expect(await latest.get('live')).toBeUndefined();
  const live = { en: aValidation(1), nl: aValidation(1) };
  await latest.save('live', live);
  expect(await latest.get('live')).toEqual(live);
});

it('keeps the last live validation and the last one of a snapshot apart', async () => {
  const { tables, prefix, desk } = freshStorage();
  const latest = new TableLatestValidation(tables, prefix, () => desk.checkFormat());
  const live = { en: aValidation(1), nl: aValidation(1) };
  const judged = { en: aValidation(2, 'snapshot'), nl: aValidation(2, 'snapshot') };
  await latest.save('live', live);
  expect(await latest.get('snapshot')).toBeUndefined();
  await latest.save('snapshot', judged);
  expect(await latest.get('live')).toEqual(live);
  expect(await latest.get('snapshot')).toEqual(judged);
});
