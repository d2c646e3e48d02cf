import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { exampleSnapshot } from '../../../shared/domain/settings-checks/example-snapshot.ts';
import {
  healthyBusinessCentral,
  healthyDataverse,
  healthyGraph,
  ids,
} from '../../support/integration-settings.ts';
import { type LocalHostProcess, startLocalHostProcess } from '../../support/local-host-process.ts';
import { entraSettings, signedIn } from '../../support/principal.ts';
import { freshPrefix } from '../../support/storage.ts';
import { environmentPath, startBusinessCentral } from '../../support/upstream-business-central.ts';
import { startDataverse } from '../../support/upstream-dataverse.ts';
import { startGraph } from '../../support/upstream-graph.ts';
import { startIdentityServer } from '../../support/upstream-identity.ts';
import { answering } from '../../support/upstream-server.ts';

/** A text that must not be logged; letters and digits, so that no encoding hides it. */
const canary = (place: string) => `Canary${place}4f1c`;

const report = {
  occurredAt: new Date().toISOString(),
  message: `Cannot find ${canary('Message')}; mail ${canary('Mail')}@contoso.example`,
  company: canary('Company'),
  environment: canary('Environment'),
  mapping: canary('Mapping'),
  direction: 'to-integration-table',
  source: {
    app: 'business-central',
    table: canary('Table'),
    recordId: `Customer: ${canary('Record')}`,
    name: canary('Name'),
    url: `https://businesscentral.dynamics.com/?x=${canary('Url')}`,
  },
  callStack: `x\n    at ${canary('CallStack')} (${canary('CallStack')}:1:2)`,
  errorId: canary('ErrorId'),
  jobId: canary('JobId'),
  language: canary('Language'),
};

const json = { 'content-type': 'application/json' };

/**
 * Calls every operation, with valid and invalid requests; every value that a caller can choose holds a canary. With
 * storage that works, a 503 only says that the machine is busy: the same is sent again, as senders do.
 */
async function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  { storageWorks }: { storageWorks: boolean },
): Promise<number[]> {
  const statuses: number[] = [];
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ) => {
    const init = {
      method,
      headers: {
        'user-agent': canary('Agent'),
        tracestate: `x=${canary('Trace')}`,
        cookie: canary('Cookie'),
        ...headers,
        ...(body === undefined ? {} : json),
        ...more,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    };
    let response = await fetch(`${url}/api/${path}`, init);
    while (storageWorks && response.status === 503) response = await fetch(`${url}/api/${path}`, init);
    statuses.push(response.status);
    return response.text();
  };
  const list = async () => {
    const text = await call(
      'GET',
      `errors?q=${canary('Message')}&record=${encodeURIComponent(report.source.recordId)}&maxpagesize=1`,
    );
    const { value = [] }: { value?: { id: string; problemId: string }[] } = JSON.parse(text);
    return value;
  };
  await call('POST', 'errors', report);
  const beat = {
    company: report.company,
    environment: report.environment,
    sentAt: report.occurredAt,
    version: canary('Version'),
    mappings: [{ name: report.mapping }],
    jobQueue: [{ mapping: report.mapping, status: canary('Status'), message: canary('JobMessage') }],
    connection: { disableReason: canary('Reason') },
  };
  await call('POST', 'heartbeats', beat);
  await call('POST', 'heartbeats', { ...beat, [canary('Field')]: canary('Value') });
  const [user] = exampleSnapshot.dataverse.integrationUsers.value;
  const users = { integrationUsers: { value: [{ ...user, fullName: canary('Person') }] } };
  const snapshot = { ...exampleSnapshot, dataverse: { ...exampleSnapshot.dataverse, ...users } };
  const invalid = [
    { ...report, [canary('Field')]: canary('Value') },
    { ...report, occurredAt: canary('Date') },
  ];
  const lines = `${JSON.stringify(report)}\n{ ${canary('Line')}`;
  // At once: each waits a second for a storage that is down.
  const [entries] = await Promise.all([
    list(),
    call('POST', 'errors', [report, ...invalid]),
    call('POST', 'errors', `{\n    at ${canary('Broken')} (x:1:2)`),
    call('POST', 'errors', lines, { 'content-type': 'application/x-ndjson' }),
    call('POST', 'errors', report, { 'content-type': `text/${canary('Type')}` }),
    call('GET', `errors?company=${canary('Company')}`, undefined, { accept: 'text/csv' }),
    call('GET', `errors?${canary('Parameter')}=1&pagetoken=${canary('Token')}&code=${canary('Code')}`),
    call('GET', `errors?pagetoken=${canary('Token')}`),
    call('GET', `errors/${canary('Id')}`),
    call('GET', `problems?mapping=${canary('Mapping')}`),
    call('POST', 'cleanups', { olderThanDays: canary('Days') }),
    call('GET', 'cleanups'),
    call('POST', 'diagnoses', { message: report.message }),
    call('POST', 'validations', { snapshot }),
    call('POST', 'validations', {}),
    call('GET', 'validations/latest'),
    call('GET', 'alerts'),
    call('POST', 'alerts/test'),
  ]);
  for (const { id, problemId } of entries) {
    await call('GET', `errors/${id}`);
    await call('PATCH', `problems/${problemId}`, { status: 'ignored', note: canary('Note') });
    await call('GET', `problems/${problemId}`);
    await call('DELETE', `errors/${id}`);
  }
  await call('POST', 'cleanups', { all: true, filter: { company: [canary('Company')] } });
  return statuses;
}

/** Fires the timer by hand, as an administrator does, and waits for its end. */
async function fireTimer(
  url: string,
  running: LocalHostProcess,
  name: 'expireErrors' | 'sendAlerts',
): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    running.child.stdout?.on('data', () => {
      if (running.output().includes(`Executed 'Functions.${name}'`)) resolve();
    });
  });
  await fetch(`${url}/admin/functions/${name}`, {
    method: 'POST',
    headers: { ...json, 'x-functions-key': canary('Master') },
    body: '{"input":""}',
  });
  await ended;
}

/** Sends half a request and closes the connection. */
async function breakOff(url: string): Promise<void> {
  const broken = request(`${url}/api/errors`, {
    method: 'POST',
    headers: { ...json, 'x-functions-key': canary('Master'), 'content-length': 1000 },
  });
  broken.on('error', () => undefined);
  await new Promise<void>((resolve) => broken.write(`{"message":"${canary('Half')}`, () => resolve()));
  broken.destroy();
}

/** Channels where nobody listens; their addresses and the secret are secrets. */
const alertSettings = {
  ALERT_SCHEDULE: '0 0 0 29 2 *',
  ALERT_TEXTS: 'true',
  ALERT_TEAMS_URL: `http://127.0.0.1:9/${canary('TeamsAddress')}?sig=${canary('TeamsSignature')}`,
  ALERT_WEBHOOK_URL: `http://127.0.0.1:9/${canary('WebhookAddress')}`,
  ALERT_WEBHOOK_SECRET: `whsec_${Buffer.from(canary('WebhookSecret').repeat(2)).toString('base64')}`,
};

const keys = JSON.stringify({ master: canary('Master'), default: canary('Default') });

describe('what an app with working storage and systems writes', () => {
  const stack = new AsyncDisposableStack();
  let running: LocalHostProcess;
  let statuses: number[];

  beforeAll(async () => {
    const identity = stack.use(await startIdentityServer());
    const dataverse = stack.use(
      await startDataverse(healthyDataverse({ organizations: [{ organizationid: canary('Organization') }] })),
    );
    const businessCentral = stack.use(await startBusinessCentral(healthyBusinessCentral()));
    const graph = stack.use(await startGraph(healthyGraph()));
    dataverse.faults.push(
      answering(/roles/, 500, { body: JSON.stringify({ error: { message: canary('Upstream') } }) }),
    );
    businessCentral.faults.push(
      answering(/currencies/, 401, { headers: { 'www-authenticate': canary('Challenge') } }),
    );
    running = startLocalHostProcess({
      values: ['--main', inject('bundle')],
      environment: {
        ...identity.environment,
        ERROR_LOG: inject('errorLog'),
        ERROR_LOG_PREFIX: freshPrefix(),
        LOCAL_KEYS: keys,
        DATAVERSE_URL: dataverse.origin,
        BUSINESS_CENTRAL_URL: `${businessCentral.origin}${environmentPath}`,
        BUSINESS_CENTRAL_COMPANY: canary('SettingCompany'),
        GRAPH_URL: graph.origin,
        INTEGRATION_USER: ids.application,
        ...alertSettings,
      },
    });
    const url = await running.ready;
    await fetch(`${url}/api/errors?code=${canary('Code')}`);
    statuses = await ask(url, { 'x-functions-key': canary('Default') }, { storageWorks: true });
    await fireTimer(url, running, 'expireErrors');
    await fireTimer(url, running, 'sendAlerts');
    await breakOff(url);
    await running.stop();
    // The tokens of the identity endpoint begin so.
    expect(identity.resources.length).toBeGreaterThan(0);
  });
  afterAll(() => stack.disposeAsync());

  it('tells what happened', () => {
    expect(statuses).toEqual(expect.arrayContaining([200, 201, 204, 207, 400, 415]));
    for (const event of [
      'errors-reported',
      'problem-decided',
      'error-deleted',
      'cleanup-started',
      'settings-validated',
      'timer-step-done',
      'alert-raised',
      'alerts-sent',
      'alerts-tried',
    ])
      expect(running.output()).toContain(`{"event":"${event}"`);
  });

  it('holds no canary, no token, no key of the storage', () => {
    expect(running.output()).not.toMatch(
      /Canary|token-for-|AccountKey|local-identity-header|contoso\.example/i,
    );
    expect(running.output()).not.toContain(alertSettings.ALERT_WEBHOOK_SECRET.slice('whsec_'.length));
    const accountKey = /AccountKey=([^;]+)/.exec(inject('errorLog'))?.[1];
    expect(running.output()).not.toContain(accountKey);
  });
});

describe('what an app whose storage is down writes', () => {
  let running: LocalHostProcess;
  let statuses: number[];

  beforeAll(async () => {
    const key = Buffer.from(canary('AccountKey')).toString('base64');
    running = startLocalHostProcess({
      values: ['--main', inject('bundle')],
      environment: {
        // Nothing listens on the port of discard.
        ERROR_LOG: `DefaultEndpointsProtocol=http;AccountName=${canary('Account').toLowerCase()};AccountKey=${key};TableEndpoint=http://127.0.0.1:9/a;`,
        ...entraSettings,
        LOCAL_KEYS: keys,
      },
    });
    const url = await running.ready;
    const everyRole = signedIn({
      roles: ['Errors.Report', 'Errors.Read', 'Errors.Manage', 'Settings.Validate'],
      claims: [{ typ: 'name', val: canary('Who') }],
    });
    await fetch(`${url}/api/errors`, { headers: { 'x-ms-client-principal': canary('Principal') } });
    const bearer = { authorization: `Bearer ${canary('Bearer')}`, ...everyRole };
    [statuses] = await Promise.all([
      ask(url, bearer, { storageWorks: false }),
      fireTimer(url, running, 'expireErrors'),
    ]);
    await fireTimer(url, running, 'sendAlerts');
    await running.stop();
  });

  it('tells what failed, and where', () => {
    expect(statuses).toEqual(expect.arrayContaining([400, 503]));
    const failed = running
      .output()
      .split('\n')
      .filter((line) => line.includes('"event":"request-failed"'));
    expect(failed.length).toBeGreaterThan(3);
    for (const line of failed) {
      expect(line).toContain('"code":"storage-unavailable"');
      expect(line).toContain('"reason":"ECONNREFUSED"');
    }
    expect(running.output()).toContain('{"event":"timer-step-failed"');
  });

  it('holds no canary', () => {
    const output = running.output();
    expect(output).not.toMatch(/Canary|AccountKey/i);
    expect(output).not.toContain(Buffer.from(canary('AccountKey')).toString('base64'));
    expect(output).not.toContain('127.0.0.1:9');
  });
});
