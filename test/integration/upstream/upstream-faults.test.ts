import { createServer } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { checkIds } from '../../../shared/domain/settings-checks/check-ids.ts';
import { judgeSettings } from '../../../shared/domain/settings-checks/judge-settings.ts';
import { ids, personAddress } from '../../support/integration-settings.ts';
import { now, startLocalSystems } from '../../support/local-systems.ts';
import { manualTimers } from '../../support/manual-timers.ts';
import { startIdentityServer } from '../../support/upstream-identity.ts';
import {
  answering,
  close,
  type Fault,
  listen,
  stalling,
  stallingWithinBody,
} from '../../support/upstream-server.ts';

const identity = await startIdentityServer();
afterAll(() => identity[Symbol.asyncDispose]());

const systemNames = ['dataverse', 'businessCentral', 'graph'] as const;
/** One request to each system, and the group of facts that it reads. */
const reads = {
  dataverse: { match: /\/transactioncurrencies/, group: 'transactionCurrencies' },
  businessCentral: { match: /\/currencies/, group: 'currencies' },
  graph: { match: /\/users\/[^/]+\?/, group: 'user' },
} as const;

const page = (value: unknown, more: object = {}) => ({ body: JSON.stringify({ value, ...more }) });

const faults: readonly { name: string; fault: (match: RegExp) => Fault; reason: string; detail: RegExp }[] = [
  {
    name: '401',
    fault: (match) => answering(match, 401, { headers: { 'www-authenticate': 'Bearer realm=""' } }),
    reason: 'not-permitted',
    detail: /^HTTP 401, 0x401$/,
  },
  {
    name: '403 with an OData error',
    fault: (match) => answering(match, 403),
    reason: 'not-permitted',
    detail: /^HTTP 403, 0x403$/,
  },
  {
    name: '403 with a body that is not an OData error',
    fault: (match) => answering(match, 403, { body: '<html>Secret of Robin</html>' }),
    reason: 'not-permitted',
    detail: /^HTTP 403$/,
  },
  {
    name: '404',
    fault: (match) => answering(match, 404),
    reason: 'not-found',
    detail: /^HTTP 404/,
  },
  {
    name: 'always 429, without Retry-After',
    fault: (match) => answering(match, 429),
    reason: 'throttled',
    detail: /^HTTP 429/,
  },
  {
    name: '429 with a Retry-After beyond the time limit',
    fault: (match) => answering(match, 429, { headers: { 'retry-after': '300' } }),
    reason: 'throttled',
    detail: /^HTTP 429/,
  },
  {
    name: 'always 503',
    fault: (match) => answering(match, 503),
    reason: 'unavailable',
    detail: /^HTTP 503/,
  },
  {
    name: '500',
    fault: (match) => answering(match, 500),
    reason: 'unavailable',
    detail: /^HTTP 500/,
  },
  {
    name: '400',
    fault: (match) => answering(match, 400),
    reason: 'unexpected-answer',
    detail: /^HTTP 400/,
  },
  {
    name: 'a page of HTML',
    fault: (match) => answering(match, 200, { body: '<html>Sign in</html>' }),
    reason: 'unexpected-answer',
    detail: /^not JSON$/,
  },
  {
    name: 'an empty body',
    fault: (match) => answering(match, 200, { body: '' }),
    reason: 'unexpected-answer',
    detail: /^not JSON$/,
  },
  {
    name: 'JSON of another shape',
    fault: (match) => answering(match, 200, { body: '[null, 42]' }),
    reason: 'unexpected-answer',
    detail: /^wrong type at ""$/,
  },
  {
    name: 'JSON with wrong types',
    fault: (match) => answering(match, 200, { body: '{"value":[{"code":7}],"id":42}' }),
    reason: 'unexpected-answer',
    detail: /^wrong type at "(value\.0\..+|id)"$/,
  },
  {
    name: 'more bytes than the limit',
    fault: (match) => answering(match, 200, page([], { filler: 'x'.repeat(70_000) })),
    reason: 'unexpected-answer',
    detail: /^more than 65536 bytes$/,
  },
  {
    name: 'an error with more bytes than the limit',
    fault: (match) => answering(match, 403, { body: 'x'.repeat(70_000) }),
    reason: 'unexpected-answer',
    detail: /^more than 65536 bytes$/,
  },
  {
    name: 'nothing',
    fault: (match) => stalling(match),
    reason: 'timed-out',
    detail: /^no answer within 8000 ms$/,
  },
  {
    name: 'half a body',
    fault: (match) => stallingWithinBody(match),
    reason: 'timed-out',
    detail: /^no answer within 8000 ms$/,
  },
  {
    name: 'always a closed connection',
    fault: (match) => ({ match, respond: (response) => response.destroy() }),
    reason: 'unavailable',
    detail: /^ECONNRESET$/,
  },
];

describe.each(systemNames)('%s answers', (system) => {
  it.each(faults)('$name: $reason', async ({ fault, reason, detail }) => {
    await using systems = await startLocalSystems(identity);
    const { match, group } = reads[system];
    systems[system].faults.push(fault(match));
    const timers = manualTimers();
    const gathering = systems.gather({
      integrationUser: personAddress,
      limits: { bytes: 65_536 },
      startTimer: timers.startTimer,
    });
    if (reason === 'timed-out') {
      const isReceived = () => systems[system].requests.some(({ target }) => match.test(target));
      // The time of this system ends when the others are done, so that it is the only one to time out.
      await expect.poll(() => isReceived() && timers.runningCount() === 1, { interval: 1 }).toBe(true);
      timers.endAll();
    }
    const snapshot = await gathering;

    const groups: Record<string, unknown> = { ...snapshot[system] };
    expect(groups[group]).toEqual({ unavailable: { reason, detail: expect.stringMatching(detail) } });
    for (const other of systemNames.filter((name) => name !== system))
      expect(JSON.stringify(snapshot[other])).not.toContain('unavailable');
    const findings = judgeSettings({ snapshot, now, openProblems: [], language: 'en' });
    expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(checkIds));
    expect(findings).toContainEqual(expect.objectContaining({ status: 'skipped', reason }));
    expect(JSON.stringify(findings)).not.toContain('Robin');
  });

  it.each([
    ['429 without Retry-After', 429, {}],
    ['429 with Retry-After', 429, { 'retry-after': '0' }],
    ['429 with a Retry-After that is a date', 429, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }],
    ['503 without Retry-After', 503, {}],
    ['503 with Retry-After', 503, { 'retry-after': '0' }],
  ])('%s twice, then normally', async (_, status, headers) => {
    await using systems = await startLocalSystems(identity);
    systems[system].faults.push(answering(reads[system].match, status, { times: 2, headers }));
    const snapshot = await systems.gather({ integrationUser: personAddress });
    expect(JSON.stringify(snapshot)).not.toContain('unavailable');
  });

  it('a redirect, which is not followed', async () => {
    await using systems = await startLocalSystems(identity);
    const elsewhere = await startElsewhere();
    systems[system].faults.push(
      answering(reads[system].match, 302, { headers: { location: `${elsewhere.origin}/steal` } }),
    );
    const snapshot = await systems.gather({ integrationUser: personAddress });
    const groups: Record<string, unknown> = { ...snapshot[system] };
    expect(groups[reads[system].group]).toEqual({
      unavailable: { reason: 'unexpected-answer', detail: 'HTTP 302, 0x302' },
    });
    expect(elsewhere.requests).toBe(0);
    await elsewhere.close();
  });

  const list = {
    dataverse: /\/transactioncurrencies/,
    businessCentral: /\/currencies/,
    graph: /directoryRole/,
  };
  const listGroup = {
    dataverse: 'transactionCurrencies',
    businessCentral: 'currencies',
    graph: 'directoryRoles',
  };

  it('a next page at another address, which does not get the token', async () => {
    await using systems = await startLocalSystems(identity);
    const elsewhere = await startElsewhere();
    systems[system].faults.push(
      answering(list[system], 200, page([], { '@odata.nextLink': `${elsewhere.origin}/page2` })),
    );
    const snapshot = await systems.gather({ integrationUser: personAddress });
    const groups: Record<string, unknown> = { ...snapshot[system] };
    expect(groups[listGroup[system]]).toEqual({
      unavailable: { reason: 'unexpected-answer', detail: 'next page at another address' },
    });
    expect(elsewhere.requests).toBe(0);
    await elsewhere.close();
  });

  it('pages that never end', async () => {
    await using systems = await startLocalSystems(identity);
    const { origin, requests } = systems[system];
    const target = {
      dataverse: '/transactioncurrencies',
      businessCentral: '/currencies',
      graph: '/directoryRole',
    };
    systems[system].faults.push(
      answering(list[system], 200, page([], { '@odata.nextLink': `${origin}${target[system]}` })),
    );
    const snapshot = await systems.gather({ integrationUser: personAddress });
    const groups: Record<string, unknown> = { ...snapshot[system] };
    expect(groups[listGroup[system]]).toEqual({
      unavailable: { reason: 'unexpected-answer', detail: 'more than 50 pages' },
    });
    expect(requests.length).toBeLessThanOrEqual(50);
  });
});

describe('one request to a system', () => {
  it('that fails leaves the other facts known', async () => {
    await using systems = await startLocalSystems(identity);
    systems.dataverse.faults.push(answering(/teammembership_association/, 403));
    const { dataverse } = await systems.gather();
    expect(dataverse?.teamRoles).toMatchObject({ unavailable: { reason: 'not-permitted' } });
    expect(dataverse?.userRoles?.value).toHaveLength(3);
    expect(dataverse?.organization?.value).toEqual({ baseCurrency: 'EUR' });
  });

  it('for the user that fails makes everything about the user unknown', async () => {
    await using systems = await startLocalSystems(identity);
    systems.dataverse.faults.push(answering(/systemusers\?/, 503));
    const { dataverse } = await systems.gather();
    expect(dataverse?.integrationUsers).toMatchObject({ unavailable: { reason: 'unavailable' } });
    expect(dataverse).not.toHaveProperty('userRoles');
  });

  it('that gives an id which would change the next path is refused', async () => {
    await using systems = await startLocalSystems(identity);
    const body = page([{ systemuserid: '../../evil', applicationid: ids.application }]);
    systems.dataverse.faults.push(answering(/systemusers\?/, 200, body));
    const { dataverse } = await systems.gather();
    expect(dataverse?.integrationUsers).toEqual({
      unavailable: { reason: 'unexpected-answer', detail: 'wrong type at "value.0.systemuserid"' },
    });
  });

  it('for currencies that lacks the base currency gives null for it', async () => {
    await using systems = await startLocalSystems(identity);
    const body = page([{ _basecurrencyid_value: ids.company }]);
    systems.dataverse.faults.push(answering(/organizations/, 200, body));
    const { dataverse } = await systems.gather();
    expect(dataverse?.organization).toEqual({ value: { baseCurrency: null } });
  });
});

it('a system that never answers ends at its time limit on the real clock', async () => {
  await using systems = await startLocalSystems(identity);
  systems.dataverse.faults.push(stalling(/./));
  const { dataverse } = await systems.gather({ limits: { systemMs: 20 } });
  expect(dataverse?.transactionCurrencies).toMatchObject({ unavailable: { reason: 'timed-out' } });
});

describe('a system', () => {
  it('that refuses connections is unavailable', async () => {
    const elsewhere = await startElsewhere();
    await elsewhere.close();
    await using systems = await startLocalSystems(identity);
    const { dataverse } = await systems.gather({ dataverseUrl: elsewhere.origin });
    expect(dataverse?.transactionCurrencies).toEqual({
      unavailable: { reason: 'unavailable', detail: 'ECONNREFUSED' },
    });
  });

  it.each([
    ['dataverse', { dataverseUrl: undefined }, 'DATAVERSE_URL'],
    ['businessCentral', { businessCentralUrl: undefined }, 'BUSINESS_CENTRAL_URL'],
    ['businessCentral', { businessCentralCompanies: undefined }, 'BUSINESS_CENTRAL_COMPANY'],
    ['graph', { graphUrl: undefined }, 'GRAPH_URL'],
    [
      'dataverse',
      { dataverseUrl: 'http://contoso.crm4.dynamics.example' },
      'DATAVERSE_URL is not an https address',
    ],
    ['dataverse', { dataverseUrl: 'http://127.0.0.1.example' }, 'DATAVERSE_URL is not an https address'],
    [
      'businessCentral',
      { businessCentralUrl: 'ftp://127.0.0.1/' },
      'BUSINESS_CENTRAL_URL is not an https address',
    ],
    ['graph', { graphUrl: 'graph' }, 'GRAPH_URL is not an https address'],
  ] as const)('%s is not configured with %j', async (system, change, detail) => {
    await using systems = await startLocalSystems(identity);
    const snapshot = await systems.gather({ integrationUser: personAddress, ...change });
    expect(snapshot[system]).toEqual({ unavailable: { reason: 'not-configured', detail } });
  });

  it('is asked about its currencies when no integration user is set', async () => {
    await using systems = await startLocalSystems(identity);
    const { dataverse, graph } = await systems.gather({ integrationUser: undefined });
    expect(dataverse?.integrationUsers).toEqual({
      unavailable: { reason: 'not-configured', detail: 'INTEGRATION_USER' },
    });
    expect(dataverse?.transactionCurrencies?.value).toHaveLength(3);
    expect(graph).toEqual({ unavailable: { reason: 'not-configured', detail: 'INTEGRATION_USER' } });
  });
});

/** A server at another address, which must receive no request. */
async function startElsewhere() {
  let requests = 0;
  const server = createServer((_, response) => {
    requests++;
    response.end('{"value":[]}');
  });
  const origin = await listen(server);
  return {
    origin,
    get requests() {
      return requests;
    },
    close: () => close(server),
  };
}
