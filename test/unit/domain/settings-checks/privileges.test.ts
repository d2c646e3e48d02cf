import { expect, it } from 'vitest';
import { aSnapshot, findingsOf } from '../../../support/settings-facts.ts';

const missing = (key: string, count = 1) => ({ cause: 'missing-privilege', key, count }) as const;

it('is not applicable when no open error names a privilege', () => {
  const problems = [
    missing(''),
    missing('account'),
    { cause: 'plugin-failure', key: 'prvReadX', count: 1 },
  ] as const;
  expect(findingsOf('missing-privileges', aSnapshot(), problems)).toMatchObject([
    { status: 'skipped', reason: 'not-applicable' },
  ]);
});

it('judges each named privilege once, ignoring case', () => {
  const snapshot = aSnapshot({ dataverse: { heldPrivileges: { value: ['prvreadaccount'] } } });
  const problems = [
    missing('prvReadAccount', 4),
    missing('prvWriteContact', 3),
    missing('prvwritecontact', 2),
    missing('', 1),
  ];
  expect(findingsOf('missing-privileges', snapshot, problems)).toMatchObject([
    { subject: 'prvReadAccount', status: 'pass', explains: 0 },
    {
      subject: 'prvWriteContact',
      status: 'fail',
      explains: 6,
      remedy: expect.stringContaining('prvWriteContact'),
    },
  ]);
});

it('accepts privileges of custom tables', () => {
  const snapshot = aSnapshot({ dataverse: { heldPrivileges: { value: [] } } });
  expect(findingsOf('missing-privileges', snapshot, [missing('prvCreatecontoso_Shipment2')])).toMatchObject([
    { subject: 'prvCreatecontoso_Shipment2', status: 'fail' },
  ]);
});

it.each(['not-permitted', 'throttled', 'timed-out', 'unavailable', 'unexpected-answer'] as const)(
  'is skipped when privileges are not known: %s',
  (reason) => {
    const snapshot = aSnapshot({ dataverse: { heldPrivileges: { unavailable: { reason } } } });
    expect(findingsOf('missing-privileges', snapshot, [missing('prvReadAccount')])).toMatchObject([
      { status: 'skipped', reason },
    ]);
  },
);

it('depends on finding exactly one user', () => {
  const snapshot = aSnapshot({ dataverse: { integrationUsers: { value: [] } } });
  expect(findingsOf('missing-privileges', snapshot, [missing('prvReadAccount')])).toMatchObject([
    { status: 'skipped', reason: 'depends-on' },
  ]);
});
