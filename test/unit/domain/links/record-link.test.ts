import { describe, expect, it } from 'vitest';
import { type LinkContext, recordLink } from '../../../../shared/domain/links/record-link.ts';
import type { RecordReference } from '../../../../shared/domain/reports/error-report.ts';

const guid = '8f14e45f-ceea-467f-a1d2-91a5b0c3d4e5';

const context: LinkContext = {
  company: 'CRONUS & Co',
  environment: 'Production',
  businessCentralWebUrl: 'https://businesscentral.dynamics.com/contoso.com',
  dataverseUrl: 'https://contoso.crm4.dynamics.com/',
};

const web = 'https://businesscentral.dynamics.com/contoso.com/Production/?company=CRONUS%20%26%20Co';
const customer: RecordReference = { app: 'business-central', table: 'Customer', recordId: 'Customer: 10000' };
const account: RecordReference = { app: 'dataverse', table: 'account', recordId: guid };

describe('recordLink keeps a safe link of the report', () => {
  it.each([
    'https://businesscentral.dynamics.com/?company=CRONUS&page=21',
    'https://contoso.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=account',
    'https://BUSINESSCENTRAL.dynamics.com:443/?page=21',
  ])('%s', (url) => {
    expect(recordLink({ app: 'dataverse', url }, context)).toBe(new URL(url).href);
  });

  it('to a configured host and port', () => {
    const url = 'https://bc.contoso.example:8443/BC/?page=21';
    const onPremises = { ...context, businessCentralWebUrl: 'https://bc.contoso.example:8443/BC' };
    expect(recordLink({ app: 'business-central', url }, onPremises)).toBe(url);
    expect(recordLink({ app: 'business-central', url }, context)).toBeUndefined();
  });
});

it('recordLink drops a link to Dataverse if no setting names its host', () => {
  const { dataverseUrl: _, ...withoutDataverse } = context;
  const url = 'https://contoso.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=account';
  expect(recordLink({ app: 'dataverse', url }, withoutDataverse)).toBeUndefined();
});

describe('recordLink drops an unsafe link', () => {
  it.each([
    { name: 'a script', url: 'javascript:alert(1)' },
    { name: 'a script that looks like a host', url: 'javascript://businesscentral.dynamics.com/%0aalert(1)' },
    { name: 'data', url: 'data:text/html,<script>alert(1)</script>' },
    { name: 'plain http', url: 'http://businesscentral.dynamics.com/?page=21' },
    { name: 'ftp', url: 'ftp://contoso.crm4.dynamics.com/' },
    { name: 'a user', url: 'https://businesscentral.dynamics.com@evil.example/' },
    { name: 'a user before a good host', url: 'https://evil.example@businesscentral.dynamics.com/' },
    { name: 'an empty user', url: 'https://@businesscentral.dynamics.com/' },
    { name: 'a password', url: 'https://a:b@contoso.crm4.dynamics.com/' },
    { name: 'a known host as the start of another', url: 'https://contoso.crm4.dynamics.com.evil.example/' },
    { name: 'the known domain as the start of another', url: 'https://dynamics.com.evil.example/' },
    { name: 'a known host as a part of another', url: 'https://evilbusinesscentral.dynamics.com.example/' },
    { name: 'a known host after a hyphen', url: 'https://evil-crm4.dynamics.com/' },
    { name: 'a domain that ends like the known one', url: 'https://contoso.crm4.evildynamics.com/' },
    { name: 'a Dataverse of somebody else', url: 'https://fabrikam.crm4.dynamics.com/main.aspx?etn=account' },
    { name: 'the API of a Dataverse', url: 'https://contoso.api.crm4.dynamics.com/x' },
    { name: 'the bare domain', url: 'https://dynamics.com/' },
    { name: 'another service of the domain', url: 'https://portal.dynamics.com/' },
    { name: 'a Cyrillic letter', url: 'https://businesscentr\u0430l.dynamics.com/' },
    { name: 'a punycode host', url: 'https://xn--businesscentrl-q5k.dynamics.com/' },
    { name: 'a fullwidth dot', url: 'https://evil.example\uff0fbusinesscentral.dynamics.com/' },
    { name: 'another port', url: 'https://businesscentral.dynamics.com:8080/' },
    { name: 'a port of a Dataverse host', url: 'https://contoso.crm4.dynamics.com:8443/' },
    { name: 'a host with a dot at its end', url: 'https://businesscentral.dynamics.com./' },
    { name: 'a backslash', url: 'https:\\\\businesscentral.dynamics.com\\' },
    { name: 'a backslash before the host', url: 'https://evil.example\\@businesscentral.dynamics.com/' },
    { name: 'a line break', url: 'https://businesscentral.dynamics.com/\nx' },
    { name: 'a tab in the scheme', url: 'java\tscript:alert(1)' },
    { name: 'a leading space', url: ' https://businesscentral.dynamics.com/' },
    { name: 'an invisible character', url: 'https://businesscentral.dynamics.com/\u202etxt' },
    { name: 'no scheme', url: '//businesscentral.dynamics.com/' },
    { name: 'one slash', url: 'https:/businesscentral.dynamics.com/' },
    { name: 'a word', url: 'View' },
    { name: 'an empty text', url: '' },
    { name: 'a very long link', url: `https://businesscentral.dynamics.com/?x=${'y'.repeat(2048)}` },
  ])('$name', ({ url }) => {
    expect(recordLink({ app: 'business-central', url }, context)).toBeUndefined();
    expect(recordLink({ ...customer, url }, context)).toBe(
      `${web}&page=21&filter=%27No.%27%20IS%20%2710000%27`,
    );
  });
});

describe('recordLink builds a page of Business Central', () => {
  it.each([
    { name: 'a customer', side: customer, query: "page=21&filter='No.' IS '10000'" },
    {
      name: 'a customer, with only its key as record id',
      side: { app: 'business-central', table: 'Customer', recordId: '10000' },
      query: "page=21&filter='No.' IS '10000'",
    },
    {
      name: 'a table that only the record id names',
      side: { app: 'business-central', recordId: 'Sales Invoice Header: PSI-103021' },
      query: "page=132&filter='No.' IS 'PSI-103021'",
    },
    {
      name: 'a currency',
      side: { app: 'business-central', table: 'Currency', recordId: 'Currency: USD' },
      query: "page=495&filter='Code' IS 'USD'",
    },
    {
      name: 'a sales order',
      side: { app: 'business-central', table: 'Sales Header', recordId: 'Sales Header: Order,1001' },
      query: "page=42&filter='No.' IS '1001'",
    },
    {
      name: 'a key of two fields',
      side: { app: 'business-central', recordId: 'Item Unit of Measure: 1000,BOX' },
      query: "page=5404&filter='Item No.' IS '1000' AND 'Code' IS 'BOX'",
    },
    {
      name: 'a value that tries to end the filter',
      side: { app: 'business-central', recordId: "Customer: 1' OR &page=9" },
      query: "page=21&filter='No.' IS '1'' OR &page=9'",
    },
  ] satisfies { name: string; side: RecordReference; query: string }[])('$name', ({ side, query }) => {
    const link = new URL(recordLink(side, context) ?? '');
    const [, page, filter] = /^page=(\d+)&filter=(.*)$/.exec(query) ?? [];
    expect(link.origin + link.pathname).toBe('https://businesscentral.dynamics.com/contoso.com/Production/');
    expect([...link.searchParams]).toEqual([
      ['company', 'CRONUS & Co'],
      ['page', page],
      ['filter', filter],
    ]);
  });

  it.each([
    { name: 'without an environment', environment: '', root: 'https://bc.example/BC', path: '/BC/' },
    {
      name: 'with an environment',
      environment: 'Test 1',
      root: 'https://bc.example/BC/',
      path: '/BC/Test%201/',
    },
    {
      name: 'with an environment that the setting contains',
      environment: 'production',
      root: 'https://bc.example/Production/',
      path: '/Production/',
    },
  ])('$name', ({ environment, root, path }) => {
    const link = recordLink(customer, { ...context, environment, businessCentralWebUrl: root });
    expect(new URL(link ?? '').pathname).toBe(path);
  });

  it.each([
    { name: 'an unknown table', side: { app: 'business-central', recordId: 'Integration Synch. Job: 1' } },
    { name: 'too few key values', side: { app: 'business-central', recordId: 'Item Unit of Measure: 1000' } },
    { name: 'no record id', side: { app: 'business-central', table: 'Customer' } },
    { name: 'a SystemId', side: { app: 'business-central', table: 'Customer', recordId: guid } },
    { name: 'no side', side: undefined },
  ] satisfies { name: string; side: RecordReference | undefined }[])('not for $name', ({ side }) => {
    expect(recordLink(side, context)).toBeUndefined();
  });

  it('not if the setting is absent or not https', () => {
    expect(recordLink(customer, { company: 'CRONUS', environment: '' })).toBeUndefined();
    expect(recordLink(customer, { ...context, businessCentralWebUrl: 'http://bc.example' })).toBeUndefined();
    expect(
      recordLink(customer, { ...context, businessCentralWebUrl: 'javascript:alert(1)//' }),
    ).toBeUndefined();
  });
});

describe('recordLink builds a form of Dataverse', () => {
  const form = 'https://contoso.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=account';

  it.each([
    { name: 'a GUID', side: account },
    { name: 'a GUID in braces', side: { ...account, recordId: `{${guid.toUpperCase()}}` } },
    { name: 'a GUID without dashes', side: { ...account, recordId: guid.replaceAll('-', '') } },
    { name: 'a record id of the AL table', side: { app: 'dataverse', recordId: `CRM Account: {${guid}}` } },
    { name: 'the AL table', side: { ...account, table: 'CRM Account' } },
  ] satisfies { name: string; side: RecordReference }[])('from $name', ({ side }) => {
    expect(recordLink(side, context)).toBe(`${form}&id=${guid}`);
  });

  it('in the configured app', () => {
    const app = 'b5d1e1a2-0000-4000-8000-000000000001';
    expect(recordLink(account, { ...context, dataverseAppId: `{${app}}` })).toBe(
      `https://contoso.crm4.dynamics.com/main.aspx?appid=${app}&pagetype=entityrecord&etn=account&id=${guid}`,
    );
  });

  it.each([
    { name: 'no GUID', side: { ...account, recordId: 'Contoso' } },
    { name: 'the empty GUID', side: { ...account, recordId: '00000000-0000-0000-0000-000000000000' } },
    { name: 'no table', side: { app: 'dataverse', recordId: guid } },
    { name: 'a table name with other characters', side: { ...account, table: 'account&id=1' } },
  ] satisfies { name: string; side: RecordReference }[])('not for $name', ({ side }) => {
    expect(recordLink(side, context, customer)).toBeUndefined();
  });
});

describe('recordLink follows the coupling', () => {
  const redirect = `${web}&page=5329&filter=%27Filter%27%20IS%20%27CRMID%3A%7B${guid}%7D%3BCRMType%3Aaccount%27`;

  it.each([
    { name: 'a missing side', side: undefined },
    { name: 'a side without a key', side: { app: 'business-central', table: 'Customer' } },
    { name: 'a side of a table without a page', side: { app: 'business-central', recordId: 'Odd Table: 1' } },
  ] satisfies { name: string; side: RecordReference | undefined }[])('for $name', ({ side }) => {
    expect(recordLink(side, context, account)).toBe(redirect);
  });

  it('not if the record itself has a page', () => {
    expect(recordLink(customer, context, account)).toContain('page=21');
  });

  it('not if the other side is in Business Central or has no GUID', () => {
    expect(recordLink(undefined, context, customer)).toBeUndefined();
    expect(recordLink(undefined, context, { app: 'dataverse', table: 'account' })).toBeUndefined();
  });
});
