import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fullDiagnosis } from '../../../shared/http/bodies/entry-body.ts';
import { type ContractAnswer, problemIn } from '../../support/contract-client.ts';
import { openApp } from '../../support/open-app.ts';

const currency =
  'Cannot create or update the currency USD in Dataverse, because there is no exchange rate defined for it.';
const privilege = 'Principal user (Id=1, type=8) is missing prvWriteAccount privilege (Id=2) on OTC=1.';

const { client } = await openApp();

function diagnosesIn({ body }: ContractAnswer) {
  return z.object({ value: z.array(fullDiagnosis) }).parse(body).value;
}

describe('diagnosing texts', () => {
  it('accepts one text, and stores nothing', async () => {
    const answer = await client.post('diagnoses', { message: currency });
    expect(answer.status).toBe(200);
    expect(answer.storageCalls).toBe(0);
    const [diagnosis, ...others] = diagnosesIn(answer);
    expect(others).toEqual([]);
    expect(diagnosis).toMatchObject({
      cause: 'exchange-rate-missing',
      key: 'USD',
      resolver: expect.any(String),
    });
    expect(diagnosis?.steps.length).toBeGreaterThan(0);
    expect(diagnosis?.checks.length).toBeGreaterThan(0);
  });

  it('accepts an array, in order, with other fields of a report', async () => {
    const side = { app: 'dataverse', table: 'account', recordId: '1' };
    const answer = await client.post('diagnoses', [
      {
        message: privilege,
        mapping: 'CUSTOMER',
        direction: 'to-integration-table',
        source: side,
        destination: side,
      },
      { message: '' },
      { message: currency },
    ]);
    expect(diagnosesIn(answer).map(({ cause }) => cause)).toEqual([
      'missing-privilege',
      'unclassified',
      'exchange-rate-missing',
    ]);
  });

  it('accepts 1,000 and not one more', async () => {
    const message = { message: currency };
    expect(diagnosesIn(await client.post('diagnoses', Array(1000).fill(message)))).toHaveLength(1000);
    const answer = await client.post('diagnoses', Array(1001).fill(message));
    expect([answer.status, problemIn(answer).code]).toEqual([400, 'invalid-request']);
  });

  it.each([
    { accept: 'nl', language: 'nl' },
    { accept: 'fr;q=0.9, nl;q=0.8, en;q=0.7', language: 'nl' },
    { accept: 'en-GB;q=0.2, NL-nl;q=0.3', language: 'nl' },
    { accept: 'nl;q=0.2, en', language: 'en' },
    { accept: 'fr', language: 'en' },
    { accept: '', language: 'en' },
    { accept: ';;q=,,nl;q=abc', language: 'en' },
  ])('answers in $language to Accept-Language: $accept', async ({ accept, language }) => {
    const answer = await client.post('diagnoses', { message: currency }, { 'accept-language': accept });
    expect(answer.headers.get('content-language')).toBe(language);
    const [said] = diagnosesIn(answer);
    const [english] = diagnosesIn(await client.post('diagnoses', { message: currency }));
    expect(said?.explanation === english?.explanation).toBe(language === 'en');
    expect(said?.key).toBe(english?.key);
  });

  it.each([
    { name: 'no message', body: {} },
    { name: 'an unknown field', body: { message: 'x', company: 'y' } },
    { name: 'a number', body: { message: 1 } },
    { name: 'an empty array', body: [] },
    { name: 'one bad of two', body: [{ message: 'x' }, { text: 'y' }] },
    { name: 'null', body: null },
  ])('refuses $name', async ({ body }) => {
    const answer = await client.send('POST', 'diagnoses', { body: JSON.stringify(body) });
    expect([answer.status, problemIn(answer).code]).toEqual([400, 'invalid-request']);
    expect(problemIn(answer).errors?.length).toBeGreaterThan(0);
  });
});
