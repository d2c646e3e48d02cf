import { describe, expect, it } from 'vitest';
import {
  aCompany,
  ago,
  entryIn,
  errors,
  problemsOf,
  queryOf,
  report,
  reportsIn,
} from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';
import { aReportBody } from '../../support/reports.ts';

const { client } = await openApp();

const privilege =
  'Principal user (Id=1, type=8) is missing prvWriteAccount privilege (Id=2) on OTC=1 for entity account.';

describe('an entry', () => {
  it('shows the report, and what was added to it', async () => {
    const full = {
      occurredAt: ago(1000),
      message: privilege,
      company: aCompany(),
      environment: 'Production',
      mapping: 'CUSTOMER',
      direction: 'to-integration-table',
      source: { app: 'business-central', table: 'Customer', recordId: 'Customer: 10000', name: 'Adatum' },
      destination: { app: 'dataverse', table: 'account', recordId: '8e2f4b6c-1a3d-4c5e-9f70-123456789abc' },
      callStack: 'Codeunit 5341 line 7\r\nCodeunit 5345 line 12',
      errorId: 'c9b7a3de-1111-4222-8333-444455556666',
      jobId: 'j',
      jobType: 'synchronization',
      language: 'en-US',
    };
    const sentAt = Date.now();
    const [id = ''] = await report(client, full);
    const entry = entryIn(await client.get(`errors/${id}`));
    expect(entry).toMatchObject(full);
    expect(Date.parse(entry.receivedAt)).toBeGreaterThan(sentAt - 60_000);
    expect(entry).toMatchObject({
      id,
      status: 'open',
      diagnosis: { cause: 'missing-privilege', key: 'prvWriteAccount', resolver: 'administrator' },
    });
    expect(entry.diagnosis.steps.length).toBeGreaterThan(0);
    expect(entry.diagnosis.documentation).toMatch(/^https:\/\//);
    expect(entry.diagnosis.explanation).not.toBe('');
    expect(entry.diagnosis.evidence).not.toBe('');
    const [problem] = await problemsOf(client, full.company);
    expect(entry.problemId).toBe(problem?.id);
  });

  it('has call stack, explanation and steps in the detail only', async () => {
    const company = aCompany();
    await report(client, { company, message: privilege, callStack: 'stack' });
    const [entry] = await errors(client, queryOf({ company: [company] }));
    expect(entry).not.toHaveProperty('callStack');
    expect(Object.keys(entry?.diagnosis ?? {}).sort()).toEqual([
      'cause',
      'certainty',
      'key',
      'resolver',
      'title',
    ]);
  });

  it('says that only the words decided its cause', async () => {
    const message =
      'Voor de munt NOK heeft niemand een valutakoers ingevoerd, zonder wisselkoers geen synchronisatie.';
    const company = aCompany();
    const [id] = await report(client, {
      company,
      message,
      source: { app: 'business-central', table: 'Currency' },
    });
    const likely = { cause: 'exchange-rate-missing', certainty: 'likely' };
    expect(entryIn(await client.get(`errors/${id}`)).diagnosis).toMatchObject(likely);
    const [listed] = await errors(client, queryOf({ company: [company] }));
    expect(listed?.diagnosis).toMatchObject(likely);
  });

  it('leaves out fields that were not sent', async () => {
    const [id] = await report(client, {
      company: aCompany(),
      mapping: undefined,
      direction: undefined,
      message: '',
    });
    const entry = entryIn(await client.get(`errors/${id}`));
    expect(Object.keys(entry).sort()).toEqual([
      'company',
      'diagnosis',
      'id',
      'links',
      'message',
      'occurredAt',
      'problemId',
      'receivedAt',
      'status',
    ]);
    expect(entry.diagnosis).toMatchObject({ cause: 'unclassified', resolver: 'unknown' });
  });

  it.each([
    {
      name: 'shows a link of a known host',
      url: 'https://businesscentral.dynamics.com/?page=21',
      shown: true,
    },
    { name: 'drops a script', url: 'javascript:alert(1)', shown: false },
    { name: 'drops plain http', url: 'http://businesscentral.dynamics.com/?page=21', shown: false },
    { name: 'drops another host', url: 'https://evil.example/', shown: false },
    { name: 'drops a look-alike', url: 'https://businesscentral.dynamics.com.evil.example/', shown: false },
  ])('$name', async ({ url, shown }) => {
    const company = aCompany();
    const [id] = await report(client, {
      company,
      source: { app: 'business-central', table: 'Customer', url },
    });
    const entry = entryIn(await client.get(`errors/${id}`));
    expect(entry.links.source === url).toBe(shown);
    expect(entry.source?.url === url).toBe(shown);
    expect(JSON.stringify(entry).includes(JSON.stringify(url))).toBe(shown);
  });

  it.each([
    { accept: undefined, language: 'en' },
    { accept: 'nl', language: 'nl' },
    { accept: 'nl-BE, en;q=0.5', language: 'nl' },
    { accept: 'nl;q=0.3, en;q=0.5', language: 'en' },
    { accept: 'de, fr;q=0.9, nl;q=0.1', language: 'nl' },
    { accept: 'nl;q=0', language: 'en' },
    { accept: '*', language: 'en' },
    { accept: 'xx', language: 'en' },
  ])('answers in $language to Accept-Language: $accept', async ({ accept, language }) => {
    const [id] = await report(client, { company: aCompany(), message: privilege });
    const answer = await client.get(`errors/${id}`, accept ? { 'accept-language': accept } : {});
    expect(answer.headers.get('content-language')).toBe(language);
    expect(answer.headers.get('vary')).toContain('Accept-Language');
    const english = entryIn(await client.get(`errors/${id}`, { 'accept-language': 'en' }));
    expect(entryIn(answer).diagnosis.title === english.diagnosis.title).toBe(language === 'en');
    expect(entryIn(answer).diagnosis.steps[0] === english.diagnosis.steps[0]).toBe(language === 'en');
  });
});

describe('deleting one error', () => {
  it('deletes it for good, and no other', async () => {
    const company = aCompany();
    const one = aReportBody({ company, errorId: 'one', occurredAt: ago(1000) });
    const [id, other] = await report(client, one, { ...one, errorId: 'two', occurredAt: ago(2000) });
    const before = (await problemsOf(client, company))[0]?.count;
    expect((await client.delete(`errors/${id}`)).status).toBe(204);
    expect((await client.get(`errors/${id}`)).status).toBe(404);
    expect((await client.delete(`errors/${id}`)).status).toBe(404);
    expect((await errors(client, queryOf({ company: [company] }))).map((entry) => entry.id)).toEqual([other]);
    const [problem] = await problemsOf(client, company);
    expect([before, problem?.count]).toEqual([2, 1]);
    expect(problem).toMatchObject({ sampleErrorId: other, series: [{ count: 1 }] });
    const again = reportsIn(await client.post('errors', one));
    expect(again.results).toEqual([{ index: 0, id, outcome: 'duplicate' }]);
    expect((await client.get(`errors/${id}`)).status).toBe(404);
    expect((await problemsOf(client, company))[0]?.count).toBe(1);
  });

  it('removes the problem from the list with its last error', async () => {
    const company = aCompany();
    const [id] = await report(client, { company });
    const [problem] = await problemsOf(client, company);
    await client.delete(`errors/${id}`);
    expect(await problemsOf(client, company)).toEqual([]);
    expect((await client.get(`problems/${problem?.id}`)).status).toBe(404);
  });
});
