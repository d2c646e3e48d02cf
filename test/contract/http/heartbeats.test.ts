import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayMs } from '../../../shared/domain/reports/days.ts';
import { validation } from '../../../shared/domain/settings-checks/finding.ts';
import { overviewBody } from '../../../shared/http/bodies/overview-body.ts';
import { type RunningApp, startApp } from '../../support/app.ts';
import { ContractClient, problemIn } from '../../support/contract-client.ts';
import { aCompany, ago, report } from '../../support/desk-calls.ts';

const minute = 60_000;
let app: RunningApp;
let client: ContractClient;

beforeAll(async () => {
  app = await startApp();
  client = new ContractClient(app);
});
afterAll(() => app?.close());

/** Sends a heartbeat of a company, sent now unless `parts` says when. */
const beat = (company: string, parts: Readonly<Record<string, unknown>> = {}) =>
  client.post('heartbeats', { company, sentAt: ago(0), ...parts });

/** What the overview says of a company. */
async function heardOf(company: string) {
  const { heard } = overviewBody.parse((await client.get('overview')).body);
  return heard.filter((one) => one.company === company);
}

describe('a heartbeat', () => {
  it('is accepted, and the overview says when it came, not when it was sent', async () => {
    const company = aCompany();
    const before = Date.now();
    const { status, text } = await beat(company, { sentAt: ago(dayMs), environment: 'Production' });
    expect([status, text]).toEqual([204, '']);
    const [heard, ...others] = await heardOf(company);
    expect(others).toEqual([]);
    expect(heard).toEqual({
      environment: 'Production',
      company,
      lastHeartbeatAt: expect.any(String),
      quiet: false,
    });
    expect(Date.parse(heard?.lastHeartbeatAt ?? '')).toBeGreaterThanOrEqual(before);
  });

  it('and the errors of the same company are one line, another environment is another sender', async () => {
    const company = aCompany();
    await report(client, { company, environment: 'Production' });
    await beat(company, { environment: 'Production' });
    await beat(company, { environment: 'Sandbox' });
    await beat(company);
    const heard = await heardOf(company);
    expect(heard.map(({ environment }) => environment).sort()).toEqual(['Production', 'Sandbox', undefined]);
    expect(heard.find(({ environment }) => environment === 'Production')).toMatchObject({
      lastErrorAt: expect.any(String),
      lastHeartbeatAt: expect.any(String),
    });
  });

  it('replaces an older one, and is ignored where a newer one, or the same, is there', async () => {
    const company = aCompany();
    const [first, second] = [ago(2 * minute), ago(minute)];
    await beat(company, { sentAt: first });
    const [atFirst] = await heardOf(company);
    expect((await beat(company, { sentAt: second })).status).toBe(204);
    const [atSecond] = await heardOf(company);
    expect(atSecond?.lastHeartbeatAt).not.toBe(atFirst?.lastHeartbeatAt);
    for (const sentAt of [first, second]) expect((await beat(company, { sentAt })).status).toBe(204);
    expect(await heardOf(company)).toEqual([atSecond]);
  });

  it('takes at most three storage calls, and two from the second on', async () => {
    const company = aCompany();
    await beat(aCompany());
    expect((await beat(company, { sentAt: ago(minute) })).storageCalls).toBeLessThanOrEqual(3);
    expect((await beat(company)).storageCalls).toBe(2);
  });

  it.each([
    { name: 'no company', body: { sentAt: ago(0) }, pointer: '/company' },
    { name: 'no sentAt', body: { company: 'C' }, pointer: '/sentAt' },
    { name: 'an unknown field', body: { company: 'C', sentAt: ago(0), alive: true }, pointer: '/alive' },
    { name: 'a count below 0', body: { company: 'C', sentAt: ago(0), refused: -1 }, pointer: '/refused' },
    {
      name: '201 mappings',
      body: { company: 'C', sentAt: ago(0), mappings: Array(201).fill({ name: 'CUSTOMER' }) },
      pointer: '/mappings',
    },
    {
      name: 'a sentAt more than 5 minutes ahead',
      body: { company: 'C', sentAt: ago(-6 * minute) },
      pointer: '/sentAt',
    },
  ])('with $name is refused', async ({ body, pointer }) => {
    const answer = await client.post('heartbeats', body);
    expect(answer.status).toBe(400);
    expect(problemIn(answer)).toMatchObject({ code: 'invalid-request', errors: [{ pointer }] });
    expect(await heardOf('C')).toEqual([]);
  });

  it('of a clock that is 4 minutes ahead is accepted', async () => {
    expect((await beat(aCompany(), { sentAt: ago(-4 * minute) })).status).toBe(204);
  });

  it('may be as long as the limits allow; one that does not fit into a row is 413', async () => {
    const jobs = (character: (index: number) => string) =>
      Array.from({ length: 200 }, () => ({
        message: Array.from({ length: 2048 }, (_, index) => character(index)).join(''),
      }));
    expect((await beat(aCompany(), { jobQueue: jobs(() => '語') })).status).toBe(204);
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(0x4e00 + (seed % 20_000));
    };
    const answer = await beat(aCompany(), { jobQueue: jobs(random) });
    expect(answer.status).toBe(413);
    expect(problemIn(answer).detail).toContain('shorter messages');
  });
});

it('has the sender job judged from the first heartbeat of a company on', async () => {
  const company = aCompany();
  const snapshot = { businessCentral: { companies: [{ company, jobQueueEntries: { value: [] } }] } };
  const senderJob = async () => {
    const { findings } = validation.parse((await client.post('validations', { snapshot })).body);
    return findings.find(({ check }) => check === 'sender-job');
  };
  expect(await senderJob()).toMatchObject({ company, status: 'skipped', reason: 'not-applicable' });
  await beat(company);
  expect(await senderJob()).toMatchObject({ company, status: 'fail' });
});

describe('with 500 senders', () => {
  it('another is refused; those that are there are accepted', async () => {
    const own = await startApp();
    try {
      const contract = new ContractClient(own);
      const send = (number: number) =>
        contract.post('heartbeats', { company: `C${number}`, sentAt: ago(1000 - number) });
      for (let start = 0; start < 500; start += 10) {
        const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => send(start + index)));
        expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(204));
      }
      const refused = await send(500);
      expect([refused.status, problemIn(refused).code]).toEqual([429, 'too-many-senders']);
      expect((await send(499)).status).toBe(204);
      const { heard, heardCount } = overviewBody.parse((await contract.get('overview')).body);
      expect([heard.length, heardCount]).toEqual([10, 500]);
    } finally {
      await own.close();
    }
  });
});
