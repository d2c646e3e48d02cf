import { describe, expect, it } from 'vitest';
import { missingLinkSettings } from '../../../../shared/dashboard/errors/missing-links.ts';

const source = { app: 'business-central', recordId: 'Customer: 10000' } as const;
const destination = { app: 'dataverse', recordId: '5b0f1f2e-0000-4000-8000-000000000001' } as const;
const both = {
  source: 'https://businesscentral.dynamics.com',
  destination: 'https://contoso.crm4.dynamics.com',
};

describe('settings that would make records links', () => {
  it.each([
    ['no errors', [], []],
    ['an error without records', [{ links: {} }], []],
    ['both linked', [{ source, destination, links: both }], []],
    ['neither linked', [{ source, destination, links: {} }], ['BUSINESS_CENTRAL_WEB_URL', 'DATAVERSE_URL']],
    ['one linked', [{ source, destination, links: { source: both.source } }], ['DATAVERSE_URL']],
    [
      'the other direction',
      [{ source: destination, destination: source, links: { source: both.destination } }],
      ['BUSINESS_CENTRAL_WEB_URL'],
    ],
    [
      'an app with some links: the rest have no usable key',
      [
        { source, links: { source: both.source } },
        { source, links: {} },
      ],
      [],
    ],
  ])('%s', (_, errors, expected) => {
    expect(missingLinkSettings(errors)).toEqual(expected);
  });
});
