import { afterAll, describe, expect, it } from 'vitest';
import { validation } from '../../../shared/domain/settings-checks/finding.ts';
import { judgeSettings } from '../../../shared/domain/settings-checks/judge-settings.ts';
import { settingsSnapshot } from '../../../shared/domain/settings-checks/settings-snapshot.ts';
import { startApp } from '../../support/app.ts';
import { aJob, aRate, healthyBusinessCentral, ids } from '../../support/integration-settings.ts';
import { now, startLocalSystems } from '../../support/local-systems.ts';
import { manualTimers } from '../../support/manual-timers.ts';
import { aReportBody } from '../../support/reports.ts';
import { type BusinessCentralData, environmentPath } from '../../support/upstream-business-central.ts';
import { startIdentityServer } from '../../support/upstream-identity.ts';
import { answering, stalling } from '../../support/upstream-server.ts';

const identity = await startIdentityServer();
afterAll(() => identity[Symbol.asyncDispose]());

const idOf = (index: number) => `0a1b2c3d-1000-ef11-9f89-${String(index).padStart(12, '0')}`;
/** A Business Central with many companies: Company 1, Company 2, … */
const manyCompanies = (count: number, change: Partial<BusinessCentralData> = {}) =>
  healthyBusinessCentral({
    companies: Array.from({ length: count }, (_, index) => ({
      id: idOf(index + 1),
      name: `Company ${index + 1}`,
      displayName: '',
    })),
    ...change,
  });

describe('several companies', () => {
  it('are read each with their own facts, under the name that Business Central gives them', async () => {
    await using systems = await startLocalSystems(identity, {
      businessCentral: healthyBusinessCentral({
        ofCompany: {
          [ids.otherCompany]: {
            generalLedgerSetup: [{ id: ids.otherCompany, localCurrencyCode: 'USD' }],
            currencies: [{ code: 'EUR' }],
            currencyExchangeRates: [aRate('EUR', '2026-11-01', 0.92)],
            jobQueueEntries: [aJob({ status: 'On_x0020_Hold', description: 'ITEM' })],
          },
        },
      }),
    });
    const snapshot = await systems.gather({
      businessCentralCompanies: ['Cronus Nederland B.V.', ids.otherCompany],
    });
    expect(settingsSnapshot.parse(snapshot)).toEqual(snapshot);
    expect(snapshot.businessCentral).toMatchObject({
      companies: [
        { company: 'CRONUS NL', generalLedgerSetup: { value: { localCurrencyCode: 'EUR' } } },
        { company: 'My Company', generalLedgerSetup: { value: { localCurrencyCode: 'USD' } } },
      ],
    });
    expect(systems.businessCentral.breaches).toEqual([]);
    const findings = judgeSettings({ snapshot, now, openProblems: [], language: 'en' });
    expect(findings.filter(({ check }) => check === 'synchronization-jobs')).toMatchObject([
      { company: 'CRONUS NL', status: 'pass' },
      { company: 'My Company', status: 'warn', subject: 'ITEM' },
    ]);
  });

  it('are all companies of the environment with *', async () => {
    await using systems = await startLocalSystems(identity);
    const { businessCentral } = await systems.gather({ businessCentralCompanies: ['*'] });
    expect(businessCentral?.companies?.map(({ company }) => company)).toEqual(['My Company', 'CRONUS NL']);
  });

  it('are read once if they are named twice', async () => {
    await using systems = await startLocalSystems(identity);
    const { businessCentral } = await systems.gather({
      businessCentralCompanies: ['CRONUS NL', ids.company, 'cronus nl'],
    });
    expect(businessCentral?.companies?.map(({ company }) => company)).toEqual(['CRONUS NL']);
  });

  it('are named if the environment does not have them', async () => {
    await using systems = await startLocalSystems(identity);
    const { businessCentral } = await systems.gather({
      businessCentralCompanies: ['CRONUS NL', 'CRONUS DE'],
    });
    expect(businessCentral?.companies).toMatchObject([
      { company: 'CRONUS NL', currencies: { value: expect.anything() } },
      { company: 'CRONUS DE', unavailable: { reason: 'not-found' } },
    ]);
  });

  it('fail one by one', async () => {
    await using systems = await startLocalSystems(identity);
    systems.businessCentral.faults.push(answering(new RegExp(`${ids.company}.*/jobQueueEntries`), 403));
    const { businessCentral } = await systems.gather({ businessCentralCompanies: ['*'] });
    const [healthy, limited] = businessCentral?.companies ?? [];
    expect(healthy?.jobQueueEntries).toHaveProperty('value');
    expect(limited?.jobQueueEntries?.unavailable?.reason).toBe('not-permitted');
    expect(limited?.currencies).toHaveProperty('value');
  });
});

it('the running app checks every company with BUSINESS_CENTRAL_COMPANY=*, and counts the errors of each', async () => {
  await using systems = await startLocalSystems(identity, {
    businessCentral: healthyBusinessCentral({
      ofCompany: { [ids.company]: { currencyExchangeRates: [aRate('GBP', '2026-01-01', 0)] } },
    }),
  });
  const app = await startApp({
    settings: {
      ...identity.environment,
      DATAVERSE_URL: systems.dataverse.origin,
      BUSINESS_CENTRAL_URL: systems.businessCentral.origin + environmentPath,
      BUSINESS_CENTRAL_COMPANY: '*',
    },
  });
  try {
    const message =
      'Cannot create or update the currency GBP in Dataverse, because there is no exchange rate defined for it.';
    for (const company of ['CRONUS NL', 'My Company', 'My Company'])
      await app.post('errors', aReportBody({ message, company }));
    await app.post('validations', {});
    const latest = validation.parse(await (await app.call('validations/latest')).json());
    const pounds = latest.findings.filter(
      ({ check, subject }) => check === 'exchange-rate-business-central' && subject === 'GBP',
    );
    expect(latest.source).toBe('live');
    expect(pounds.map(({ company, status, explains }) => [company, status, explains])).toEqual([
      ['My Company', 'pass', 0],
      ['CRONUS NL', 'fail', 1],
    ]);
  } finally {
    await app.close();
  }
});

describe('the bounds of all companies together', () => {
  const readAndOthers = (
    companies: readonly { company: string; unavailable?: { reason: string } | undefined }[] = [],
  ) => ({
    read: companies.filter(({ unavailable }) => !unavailable).map(({ company }) => company),
    others: companies
      .filter(({ unavailable }) => unavailable?.reason === 'timed-out')
      .map(({ company }) => company),
  });

  it('are twenty companies; the others are named', async () => {
    await using systems = await startLocalSystems(identity, {
      businessCentral: manyCompanies(23, { currencyExchangeRates: [], currencies: [], jobQueueEntries: [] }),
    });
    const { businessCentral } = await systems.gather({
      businessCentralCompanies: ['*'],
      limits: { pages: 16 },
    });
    const { read, others } = readAndOthers(businessCentral?.companies);
    expect(read).toHaveLength(20);
    expect(others).toEqual(['Company 21', 'Company 22', 'Company 23']);
    for (const company of businessCentral?.companies?.slice(0, 20) ?? [])
      expect(company).toMatchObject({ currencyExchangeRates: { value: [] }, jobQueueEntries: { value: [] } });
  });

  it('are the pages beyond the first ones of each further company', async () => {
    const rates = Array.from({ length: 400 }, () => aRate('USD', '2026-01-01', 1.08));
    await using systems = await startLocalSystems(identity, {
      businessCentral: manyCompanies(3, {
        currencyExchangeRates: rates,
        sorts: false,
        currencies: [{ code: 'X' }],
      }),
    });
    const { businessCentral } = await systems.gather({
      businessCentralCompanies: ['Company 1', 'Company 2', 'Company 3'],
    });
    expect(systems.businessCentral.requests).toHaveLength(50 + 2 * 4);
    expect(businessCentral?.companies?.[0]?.currencyExchangeRates?.unavailable).toMatchObject({
      reason: 'unexpected-answer',
      detail: expect.stringContaining('pages'),
    });
  });

  it('are the bytes of all answers', async () => {
    await using systems = await startLocalSystems(identity, { businessCentral: manyCompanies(10) });
    const { businessCentral } = await systems.gather({
      businessCentralCompanies: ['*'],
      limits: { bytes: 4000 },
    });
    const last = businessCentral?.companies?.at(-1);
    expect(last?.generalLedgerSetup?.unavailable?.detail).toBe('more than 4000 bytes');
  });

  it('are 8 seconds: companies after that are named as timed out', async () => {
    const timers = manualTimers();
    await using systems = await startLocalSystems(identity, { businessCentral: manyCompanies(5) });
    systems.businessCentral.faults.push(stalling(new RegExp(`${idOf(3)}.*/generalLedgerSetup`)));
    const gathering = systems.gather({ businessCentralCompanies: ['*'], startTimer: timers.startTimer });
    await expect
      .poll(
        () =>
          timers.runningCount() === 1 &&
          systems.businessCentral.requests.some(({ target }) => target.includes(`${idOf(3)})/generalL`)),
        {
          interval: 1,
          timeout: 15_000,
        },
      )
      .toBe(true);
    timers.endAll();
    const { businessCentral } = await gathering;
    const reasons = new Map(
      businessCentral?.companies?.map(({ company, generalLedgerSetup }) => [
        company,
        generalLedgerSetup?.unavailable?.reason,
      ]),
    );
    // Company 4 is read together with the one that stalls, so it may or may not have been in time.
    reasons.delete('Company 4');
    expect([...reasons]).toEqual([
      ['Company 1', undefined],
      ['Company 2', undefined],
      ['Company 3', 'timed-out'],
      ['Company 5', 'timed-out'],
    ]);
  });
});
