import { afterAll, describe, expect, it } from 'vitest';
import { judgeSettings, verdictOf } from '../../../shared/domain/settings-checks/judge-settings.ts';
import { settingsSnapshot } from '../../../shared/domain/settings-checks/settings-snapshot.ts';
import {
  aRate,
  healthyBusinessCentral,
  healthyDataverse,
  healthyGraph,
  ids,
  integrationRole,
  personAddress,
} from '../../support/integration-settings.ts';
import { now, startLocalSystems } from '../../support/local-systems.ts';
import { startIdentityServer } from '../../support/upstream-identity.ts';

const identity = await startIdentityServer();
afterAll(() => identity[Symbol.asyncDispose]());

describe('a live run with all systems up', () => {
  it('reads all pages and gives facts that fit the schema and pass every check', async () => {
    await using systems = await startLocalSystems(identity);
    const snapshot = await systems.gather({}, ['prvReadAccount', 'prvReadContact']);

    expect(settingsSnapshot.parse(snapshot)).toEqual(snapshot);
    expect(snapshot.dataverse?.heldPrivileges).toEqual({ value: ['prvReadAccount'] });
    expect(snapshot.dataverse?.userRoles?.value).toHaveLength(3);
    expect(snapshot.dataverse?.teamRoles?.value).toMatchObject([{ name: 'Basic User', team: 'Contoso' }]);
    expect(snapshot.dataverse?.organization).toEqual({ value: { baseCurrency: 'EUR' } });
    expect(snapshot.dataverse?.transactionCurrencies?.value).toHaveLength(3);
    expect(snapshot.businessCentral?.currencies?.value).toHaveLength(3);
    const findings = judgeSettings({ snapshot, now, openProblems: [], language: 'en' });
    expect(verdictOf(findings)).toBe('pass');
  });

  it('sends only GET requests with the required headers, for every page', async () => {
    await using systems = await startLocalSystems(identity);
    await systems.gather({ integrationUser: personAddress }, ['prvReadAccount']);

    for (const { breaches, requests } of [systems.dataverse, systems.businessCentral, systems.graph]) {
      expect(requests.length).toBeGreaterThan(0);
      expect(breaches).toEqual([]);
    }
    expect(systems.dataverse.requests.filter(({ target }) => target.includes('$skiptoken'))).not.toEqual([]);
    expect(
      systems.businessCentral.requests.filter(({ target }) => target.includes('$skiptoken')),
    ).not.toEqual([]);
  });

  it('asks for tokens for the Dataverse environment and for the public services', async () => {
    await using systems = await startLocalSystems(identity);
    const { dataverse, graph } = await systems.gather({ integrationUser: personAddress });
    expect(dataverse?.integrationUsers?.value).toHaveLength(1);
    expect(graph?.user?.value?.id).toBe(ids.personObject);
    expect(identity.resources).toEqual(
      expect.arrayContaining([
        systems.dataverse.origin,
        'https://api.businesscentral.dynamics.com',
        'https://graph.microsoft.com',
      ]),
    );
  });

  it('does not ask Microsoft Graph about an application user', async () => {
    await using systems = await startLocalSystems(identity);
    await systems.gather();
    expect(systems.graph.requests).toEqual([]);
  });

  it.each([
    ['one slash', '/'],
    ['several slashes', '///'],
  ])('accepts an address that ends in %s', async (_, end) => {
    await using systems = await startLocalSystems(identity);
    const { dataverse } = await systems.gather({ dataverseUrl: systems.dataverse.origin + end });
    expect(dataverse?.integrationUsers?.value).toHaveLength(1);
  });
});

describe('the integration user', () => {
  it('is not read further when there are two', async () => {
    const healthy = healthyDataverse();
    const twin = { ...healthy.systemusers[0], systemuserid: ids.team };
    await using systems = await startLocalSystems(identity, {
      dataverse: healthyDataverse({ systemusers: [...healthy.systemusers, twin] }),
    });
    const { dataverse } = await systems.gather();
    expect(dataverse?.integrationUsers?.value).toHaveLength(2);
    expect(dataverse).not.toHaveProperty('userRoles');
  });

  it('is an empty list when nobody is found', async () => {
    await using systems = await startLocalSystems(identity, {
      dataverse: healthyDataverse({ systemusers: [] }),
    });
    const { dataverse } = await systems.gather();
    expect(dataverse?.integrationUsers).toEqual({ value: [] });
  });

  it('is read by object id when the sign-in name differs from the e-mail address', async () => {
    const [account] = healthyGraph().users;
    await using systems = await startLocalSystems(identity, {
      graph: healthyGraph({ users: [{ ...account, userPrincipalName: 'sync@contoso.onmicrosoft.example' }] }),
    });
    const { graph } = await systems.gather({ integrationUser: personAddress });
    expect(graph?.user?.value).toMatchObject({ id: ids.personObject, accountEnabled: true });
    expect(graph?.directoryRoles?.value).toMatchObject([{ displayName: 'Directory Readers' }]);
  });

  it('is read by object id when the e-mail address is the sign-in name of another account', async () => {
    const [account] = healthyGraph().users;
    const other = { ...account, id: ids.team, accountEnabled: false };
    await using systems = await startLocalSystems(identity, {
      graph: healthyGraph({ users: [other, { ...account, userPrincipalName: 'other@contoso.example' }] }),
    });
    const { graph } = await systems.gather({ integrationUser: personAddress });
    expect(graph?.user?.value).toMatchObject({ id: ids.personObject, accountEnabled: true });
  });

  it('has its privileges read in several calls when their names do not fit into one address', async () => {
    const names = Array.from({ length: 45 }, (_, index) => `prvReadcontoso_Table${index}`);
    await using systems = await startLocalSystems(identity, {
      dataverse: healthyDataverse({ userPrivileges: { [ids.applicationUser]: names.slice(1) } }),
    });
    const { dataverse } = await systems.gather({}, names);
    expect(dataverse?.heldPrivileges?.value).toEqual(names.slice(1));
    expect(Math.max(...systems.dataverse.requests.map(({ target }) => target.length))).toBeLessThan(2048);
  });

  it('has its other privileges read when Dataverse does not know the name of one', async () => {
    const names = ['prvReadAccount', 'prvReadnew_Removed', 'prvReadContact'];
    await using systems = await startLocalSystems(identity, {
      dataverse: healthyDataverse({
        userPrivileges: { [ids.applicationUser]: ['prvReadAccount'] },
        unknownPrivileges: ['prvReadnew_Removed', 'prvReadnew_Gone'],
      }),
    });
    expect((await systems.gather({}, names)).dataverse?.heldPrivileges).toEqual({
      value: ['prvReadAccount'],
    });
    const unknown = await systems.gather({}, ['prvReadnew_Removed', 'prvReadnew_Gone']);
    expect(unknown.dataverse?.heldPrivileges).toMatchObject({ unavailable: { reason: 'not-found' } });
  });

  it('comes with the deployed roles of the integration, and no others', async () => {
    await using systems = await startLocalSystems(identity);
    const { dataverse } = await systems.gather();
    expect(dataverse?.deployedRoles?.value).toMatchObject([{ roleId: integrationRole.roleid }]);
  });
});

describe('Microsoft Graph with limited information', () => {
  it('gives nulls, which the checks judge', async () => {
    await using systems = await startLocalSystems(identity, { graph: healthyGraph({ limited: true }) });
    const { graph } = await systems.gather({ integrationUser: personAddress });
    expect(graph?.user?.value).toEqual({
      id: ids.personObject,
      accountEnabled: null,
      passwordPolicies: null,
      passwordProfile: null,
      lastPasswordChangeDateTime: null,
      onPremisesSyncEnabled: null,
    });
    expect(graph?.directoryRoles?.value).toEqual([{ displayName: null, roleTemplateId: null }]);
  });
});

describe('Business Central', () => {
  it.each([
    ['its name', 'CRONUS NL'],
    ['its name in lower case', 'cronus nl'],
    ['its display name', 'Cronus Nederland B.V.'],
    ['its id', ids.company],
  ])('finds the company by %s', async (_, company) => {
    await using systems = await startLocalSystems(identity);
    const { businessCentral } = await systems.gather({ businessCentralCompanies: [company] });
    expect(businessCentral?.generalLedgerSetup).toEqual({ value: { localCurrencyCode: 'EUR' } });
  });

  it('says that there is no such company', async () => {
    await using systems = await startLocalSystems(identity);
    const { businessCentral } = await systems.gather({ businessCentralCompanies: ['CRONUS'] });
    expect(businessCentral?.unavailable?.reason).toBe('not-found');
  });

  const history = Array.from({ length: 30 }, (_, day) =>
    aRate('USD', `2026-10-${String(day + 1).padStart(2, '0')}`, 1.08),
  );

  it('stops reading rates when each currency has one in force', async () => {
    await using systems = await startLocalSystems(identity, {
      businessCentral: healthyBusinessCentral({
        currencies: [{ code: 'USD' }],
        currencyExchangeRates: [...history, aRate('USD', '2026-12-01', 2)],
      }),
    });
    const { businessCentral } = await systems.gather();
    expect(businessCentral?.currencyExchangeRates?.value?.map(({ startingDate }) => startingDate)).toEqual([
      '2026-12-01',
      '2026-10-30',
    ]);
  });

  it('is read to the end when it does not obey the order', async () => {
    await using systems = await startLocalSystems(identity, {
      businessCentral: healthyBusinessCentral({
        currencies: [{ code: 'USD' }],
        currencyExchangeRates: history,
        sorts: false,
      }),
    });
    const { businessCentral } = await systems.gather();
    expect(businessCentral?.currencyExchangeRates?.value).toHaveLength(30);
  });
});
