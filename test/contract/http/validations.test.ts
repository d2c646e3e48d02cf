import { describe, expect, it } from 'vitest';
import { exampleSnapshot } from '../../../shared/domain/settings-checks/example-snapshot.ts';
import { validation } from '../../../shared/domain/settings-checks/finding.ts';
import { type RunningApp, startApp } from '../../support/app.ts';
import { type ContractAnswer, ContractClient, problemIn } from '../../support/contract-client.ts';
import { report } from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';

const { client } = await openApp();

const validationIn = ({ body }: ContractAnswer) => validation.parse(body);

describe('validating settings', () => {
  it('judges a snapshot', async () => {
    const answer = await client.post('validations', { snapshot: exampleSnapshot });
    expect(answer.status).toBe(200);
    const { findings, verdict } = validationIn(answer);
    expect(new Set(findings.map(({ check }) => check)).size).toBeGreaterThan(8);
    const rank = ['pass', 'skipped', 'warn', 'fail'];
    const counting = findings.filter(({ reason }) => reason !== 'not-applicable');
    expect(verdict).toBe(rank[Math.max(...counting.map(({ status }) => rank.indexOf(status)))]);
  });

  it.each([
    { name: 'no body', request: {} },
    { name: '{}', request: { body: '{}' } },
    { name: 'an empty body', request: { body: '' } },
    {
      name: 'an empty form',
      request: { body: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    },
  ])('reads the settings live with $name', async ({ request }) => {
    const answer = await client.send('POST', 'validations', request);
    expect(answer.status).toBe(200);
    expect(validationIn(answer).findings.length).toBeGreaterThan(8);
  });

  it.each([
    { name: 'an unknown field', body: { live: true }, status: 400, code: 'invalid-request' },
    { name: 'an unknown fact', body: { snapshot: { colour: 1 } }, status: 400, code: 'invalid-request' },
    { name: 'a text', body: 'x', status: 400, code: 'invalid-json' },
    { name: 'null', body: 'null', status: 400, code: 'invalid-request' },
  ])('refuses $name', async ({ body, status, code }) => {
    const answer = await client.post('validations', body);
    expect([answer.status, problemIn(answer).code]).toEqual([status, code]);
  });

  it('refuses another media type', async () => {
    const answer = await client.post('validations', '<x/>', { 'content-type': 'application/xml' });
    expect([answer.status, problemIn(answer).code]).toEqual([415, 'unsupported-media-type']);
  });

  it('answers in Dutch', async () => {
    const remedies = async (language: string) => {
      const answer = await client.post('validations', {}, { 'accept-language': language });
      expect(answer.headers.get('content-language')).toBe(language);
      return validationIn(answer).findings.map(({ seen }) => seen);
    };
    expect(await remedies('nl')).not.toEqual(await remedies('en'));
  });
});

describe('the last validation', () => {
  it('is missing at first, and then is the last answer, in any language', async () => {
    const own: RunningApp = await startApp();
    try {
      const fresh = new ContractClient(own);
      const none = await fresh.get('validations/latest');
      expect([none.status, problemIn(none).code]).toEqual([404, 'not-found']);
      for (const { check, status, reason } of validationIn(await fresh.post('validations', {})).findings)
        expect({ check, status, reason }).toMatchObject({
          status: 'skipped',
          reason: expect.stringMatching(/^(not-configured|depends-on|not-applicable)$/),
        });
      await report(fresh, {
        message:
          'Cannot create or update the currency SEK in Dataverse, because there is no exchange rate defined for it.',
      });
      const asked = await fresh.post(
        'validations',
        { snapshot: exampleSnapshot },
        { 'accept-language': 'nl' },
      );
      expect(validationIn(asked).source).toBe('snapshot');
      const path = 'validations/latest?source=snapshot';
      const inDutch = await fresh.get(path, { 'accept-language': 'nl' });
      expect(inDutch.body).toEqual(asked.body);
      const inEnglish = validationIn(await fresh.get(path));
      expect(inEnglish.id).toBe(validationIn(asked).id);
      expect(inEnglish).not.toEqual(asked.body);
      const explained = validationIn(asked).findings.filter(({ explains }) => explains > 0);
      expect(explained.map(({ causes }) => causes)).toContainEqual(
        expect.arrayContaining(['exchange-rate-missing']),
      );
    } finally {
      await own.close();
    }
  });
});

it('a snapshot does not replace the last live validation', async () => {
  const live = validationIn(await client.post('validations', {}));
  await client.post('validations', { snapshot: exampleSnapshot });
  for (const path of ['validations/latest', 'validations/latest?source=live'])
    expect(validationIn(await client.get(path))).toMatchObject({ id: live.id, source: 'live' });
  const unknown = await client.get('validations/latest?source=both');
  expect([unknown.status, problemIn(unknown).errors?.[0]?.parameter]).toEqual([400, 'source']);
});

describe('health', () => {
  it('says that storage can be reached', async () => {
    const answer = await client.get('health');
    expect([answer.status, answer.body]).toEqual([200, { status: 'ok', alerts: 'ok' }]);
    expect(answer.storageCalls).toBeLessThanOrEqual(1);
  });

  it('asks storage once for all who ask within 3 seconds', async () => {
    const own = await startApp();
    try {
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => new ContractClient(own).get('health')),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
      const calls = answers.reduce((sum, { storageCalls }) => sum + storageCalls, 0);
      expect(calls).toBe(1);
    } finally {
      await own.close();
    }
  });

  it('says when storage cannot be reached, and when to send a report again', async () => {
    const storage =
      'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:1/a;';
    const own = await startApp({ settings: { ERROR_LOG: storage } });
    try {
      const cut = new ContractClient(own);
      const answer = await cut.get('health');
      expect([answer.status, problemIn(answer).code]).toEqual([503, 'storage-unavailable']);
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
      const reported = await cut.post('errors', {
        occurredAt: new Date().toISOString(),
        message: '',
        company: 'x',
      });
      expect([reported.status, problemIn(reported).code]).toEqual([503, 'storage-unavailable']);
      expect(reported.headers.get('retry-after')).toMatch(/^\d+$/);
    } finally {
      await own.close();
    }
  });
});
