import { describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../shared/domain/reports/days.ts';
import {
  aCompany,
  ago,
  type Problem,
  problemDetailIn,
  problemsIn,
  queryOf,
  report,
} from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';

const { client } = await openApp();

const unclassified = (index: number) => `Something ${'abcdefghij'.charAt(index)} went oddly`;
const withSecretExpired = 'AADSTS7000222: The provided client secret keys are expired.';
const salespersonMissing = 'The Salesperson Code JO must be coupled to a record in Dataverse.';
const privilegeMissing = 'Principal user (Id=1, type=8) is missing prvReadSystemUser privilege (Id=2)';

const customer = (number: number) => ({
  app: 'business-central',
  table: 'Customer',
  recordId: `Customer: ${number}`,
});

async function list(parameters: Readonly<Record<string, string | readonly string[] | number>>) {
  return problemsIn(await client.get(`problems?${queryOf(parameters)}`)).value;
}

const idsOf = (problems: readonly Problem[]) => problems.map(({ id }) => id);

describe('a problem in a list', () => {
  it('tells its records, impact, what Business Central gave up, and its ETag', async () => {
    const [company, environment] = [aCompany(), aCompany()];
    const failure = (number: number, hours: number, job: string) => ({
      company,
      environment,
      message: unclassified(0),
      source: customer(number),
      jobId: job,
      jobType: 'synchronization',
      occurredAt: ago(hours * hourMs),
    });
    await report(
      client,
      ...[failure(1, 5, 'a'), failure(1, 4, 'b'), failure(2, 4, 'b')],
      // A later run fails for another record: that of the first was skipped.
      ...[failure(3, 3, 'c'), failure(3, 2, 'd')],
    );
    const [problem] = await list({ environment: [environment] });
    expect(problem).toMatchObject({
      certainty: 'exact',
      records: { count: 3 },
      impact: 3,
      givenUp: { likely: 1, confirmed: 1 },
      causedBy: [],
      children: [],
      etag: '"0"',
    });
    expect(problem?.records).not.toHaveProperty('more');
    expect(await list({ environment: [environment], givenUp: 'confirmed,likely' })).toHaveLength(1);
    await report(client, { company: aCompany(), environment, message: unclassified(1) });
    expect(await list({ environment: [environment] })).toHaveLength(2);
    expect(idsOf(await list({ environment: [environment], givenUp: 'likely' }))).toEqual([problem?.id]);
  });

  it('names what causes it, and what it causes, as long as both are open', async () => {
    const [company, environment] = [aCompany(), aCompany()];
    await report(
      client,
      { company, environment, mapping: 'SALESPEOPLE', message: privilegeMissing },
      { company, environment, mapping: 'CUSTOMER', message: salespersonMissing, source: customer(1) },
      { company, environment, mapping: 'CUSTOMER', message: salespersonMissing, source: customer(2) },
    );
    const problems = await list({ environment: [environment] });
    const parent = problems.find(({ cause }) => cause === 'missing-privilege');
    const child = problems.find(({ cause }) => cause === 'dependency-not-coupled');
    expect(parent).toMatchObject({
      causedBy: [],
      children: [child?.id],
      impact: 2,
    });
    expect(child).toMatchObject({
      key: 'Salesperson/Purchaser',
      causedBy: [parent?.id],
      children: [],
      impact: 2,
    });
    const resolved = await client.patch(`problems/${child?.id}`, { status: 'resolved' });
    expect(resolved.body).toMatchObject({ status: 'resolved', causedBy: [] });
    const after = problemDetailIn(await client.get(`problems/${parent?.id}`));
    expect(after).toMatchObject({ children: [], impact: 0 });
  });
});

describe('the order of problems', () => {
  it.each([
    { orderby: 'count', first: 2 },
    { orderby: 'impact', first: 1 },
    { orderby: 'firstSeenAt', first: 3 },
    { orderby: 'lastSeenAt', first: 0 },
  ])('by $orderby: the largest or the latest first, page by page', async ({ orderby, first }) => {
    const environment = aCompany();
    const one = (index: number, hours: number, number = 1) => ({
      company: 'C',
      environment,
      message: unclassified(index),
      source: customer(number),
      occurredAt: ago(hours * hourMs),
    });
    await report(
      client,
      ...[one(0, 9), { ...one(0, 0.5), errorId: '1' }],
      ...[one(1, 8), one(1, 7, 2), one(1, 7.5, 3)],
      ...[4, 5, 6, 7].map((hours) => ({ ...one(2, hours), errorId: `${hours}` })),
      one(3, 1),
    );
    const all = await list({ environment: [environment], orderby });
    expect(all).toHaveLength(4);
    expect(all[0]?.firstSeenAt).toBe(
      (await list({ environment: [environment] })).find(({ id }) => id === all[0]?.id)?.firstSeenAt,
    );
    const sampleOf = (problem: Problem | undefined) => problem?.sampleMessage;
    expect(sampleOf(all[0])).toBe(unclassified(first));
    const paged: string[] = [];
    let next: string | undefined =
      `problems?${queryOf({ environment: [environment], orderby, maxpagesize: 1 })}`;
    while (next) {
      const page = problemsIn(await client.get(next));
      paged.push(...idsOf(page.value));
      next = page.nextLink;
    }
    expect(paged).toEqual(idsOf(all));
  });

  it('by impact puts what stops whole runs first, while it does', async () => {
    const environment = aCompany();
    const hours = (count: number) => ({ company: 'C', environment, occurredAt: ago(count * hourMs) });
    await report(
      client,
      { ...hours(1), message: unclassified(0), source: customer(1) },
      { ...hours(2), message: withSecretExpired },
    );
    expect((await list({ environment: [environment], orderby: 'impact' }))[0]?.cause).toBe(
      'authentication-failed',
    );
    const old = aCompany();
    await report(
      client,
      { ...hours(1), environment: old, message: unclassified(0), source: customer(1) },
      { ...hours(25), environment: old, message: withSecretExpired },
    );
    expect((await list({ environment: [old], orderby: 'impact' }))[0]?.cause).toBe('unclassified');
  });
});

describe('what a list shows', () => {
  it('is a series of hours, of days, or none', async () => {
    const environment = aCompany();
    const noon = Math.floor(Date.now() / dayMs) * dayMs - dayMs + 12 * hourMs;
    const at = (ms: number) => new Date(noon + ms).toISOString();
    await report(
      client,
      ...[0, 1, hourMs, dayMs / 4, -dayMs].map((ms) => ({ company: 'C', environment, occurredAt: at(ms) })),
    );
    const seriesOf = async (series?: string) =>
      (await list({ environment: [environment], ...(series ? { series } : {}) }))[0]?.series;
    const hours = [
      { at: at(-dayMs), count: 1 },
      { at: at(0), count: 2 },
      { at: at(hourMs), count: 1 },
      { at: at(dayMs / 4), count: 1 },
    ];
    expect(await seriesOf()).toEqual(hours);
    expect(await seriesOf('hour')).toEqual(hours);
    expect(await seriesOf('day')).toEqual([
      { at: at(-dayMs - 12 * hourMs), count: 1 },
      { at: at(-12 * hourMs), count: 4 },
    ]);
    expect(await seriesOf('none')).toBeUndefined();
  });

  it('is first seen as the whole problem was, whatever since selects; firstSeenSince selects what is new', async () => {
    const environment = aCompany();
    const [old, recent] = [ago(50 * hourMs), ago(hourMs)];
    await report(
      client,
      { company: 'C', environment, message: unclassified(0), occurredAt: old },
      { company: 'C', environment, message: unclassified(0), occurredAt: recent },
      { company: 'C', environment, message: unclassified(1), occurredAt: recent },
      // The same problem, long ago in another company.
      { company: 'D', environment, message: unclassified(1), occurredAt: ago(40 * hourMs) },
      { company: 'C', environment, message: unclassified(2), occurredAt: recent },
    );
    const since = ago(2 * hourMs);
    const clipped = await list({ environment: [environment], company: ['C'], since });
    expect(clipped).toHaveLength(3);
    const first = clipped.find(({ sampleMessage }) => sampleMessage === unclassified(0));
    expect(first).toMatchObject({ count: 1, firstSeenAt: old, lastSeenAt: recent });
    const fresh = await list({ environment: [environment], company: ['C'], firstSeenSince: since });
    expect(fresh.map(({ sampleMessage }) => sampleMessage)).toEqual([unclassified(2)]);
    // Inclusive.
    expect(await list({ environment: [environment], firstSeenSince: recent })).toHaveLength(1);
  });

  it('has steps and texts where asked for, in the asked language', async () => {
    const environment = aCompany();
    const message = `${withSecretExpired} ${'x'.repeat(300)}`;
    await report(client, { company: 'C', environment, message });
    const [bare] = await list({ environment: [environment] });
    for (const absent of ['steps', 'explanation', 'sampleMessage']) expect(bare).not.toHaveProperty(absent);
    const path = `problems?${queryOf({ environment: [environment] })}&expand=steps,sample`;
    const [english] = problemsIn(await client.get(path)).value;
    expect(english?.sampleMessage).toHaveLength(200);
    const [dutch] = problemsIn(await client.get(path, { 'accept-language': 'nl' })).value;
    const detail = problemDetailIn(await client.get(`problems/${english?.id}`, { 'accept-language': 'nl' }));
    expect(dutch?.steps).toEqual(detail.steps);
    expect(dutch?.explanation).toBe(detail.explanation);
    expect(dutch?.steps).not.toEqual(english?.steps);
    // No check can show an expired secret.
    expect(detail.checks).toEqual([]);
  });

  it('names the checks that would confirm the cause', async () => {
    const environment = aCompany();
    const message = 'AADSTS50055: The password is expired.';
    await report(client, { company: 'C', environment, message });
    const [problem] = await list({ environment: [environment] });
    const { checks } = problemDetailIn(await client.get(`problems/${problem?.id}`));
    expect(checks.map(({ check }) => check)).toEqual(['password-change-required']);
  });

  it.each([
    { query: 'expand=sample&maxpagesize=51', parameter: 'maxpagesize' },
    { query: 'expand=all', parameter: 'expand' },
    { query: 'orderby=title', parameter: 'orderby' },
    { query: 'series=week', parameter: 'series' },
    { query: 'firstSeenSince=yesterday', parameter: 'firstSeenSince' },
    { query: 'givenUp=maybe', parameter: 'givenUp' },
  ])('refuses $query', async ({ query, parameter }) => {
    const answer = await client.get(`problems?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ parameter }] });
  });

  it('allows 50 with texts, and stays under 64 kB for 50 problems without series', async () => {
    const environment = 'Production West Europe';
    const companies = ['CRONUS International Ltd.', 'CRONUS Nederland BV', 'Adatum Corporation'];
    const words = 'one two three four five six seven eight nine ten'.split(' ');
    await report(
      client,
      ...Array.from({ length: 300 }, (_, index) => ({
        company: companies[index % 3],
        environment,
        mapping: `CUSTOM-MAPPING-${index % 2}`,
        source: customer(index),
        message: `The extension failed ${words[index % 10]} ${words[Math.floor(index / 10) % 5]} ${'so very '.repeat(40)}oddly`,
      })),
    );
    const path = `problems?${queryOf({ environment: [environment], maxpagesize: 50, series: 'none' })}`;
    const plain = await client.get(path);
    const { value } = problemsIn(plain);
    expect(value).toHaveLength(50);
    expect(value.every(({ places, placeCount }) => places.length === 3 && placeCount === 3)).toBe(true);
    expect(Buffer.byteLength(plain.text)).toBeLessThan(64 * 1024);
    expect(problemsIn(await client.get(`${path}&expand=sample`)).value).toHaveLength(50);
  });
});
