import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { exampleSnapshot } from '../../../../shared/domain/settings-checks/example-snapshot.ts';
import { validation } from '../../../../shared/domain/settings-checks/finding.ts';
import { settingsSnapshot } from '../../../../shared/domain/settings-checks/settings-snapshot.ts';

describe('the schema of a snapshot', () => {
  it('accepts its own example, unchanged', () => {
    expect(settingsSnapshot.parse(exampleSnapshot)).toEqual(exampleSnapshot);
  });

  it('gives the same JSON schema for input and output', () => {
    const schema = z.toJSONSchema(settingsSnapshot, { io: 'input' });
    expect(schema.$defs?.['SettingsSnapshot']).toMatchObject({
      example: exampleSnapshot,
      additionalProperties: false,
    });
    expect(z.toJSONSchema(settingsSnapshot, { io: 'output' })).toEqual(schema);
    expect(z.toJSONSchema(validation).$defs).toHaveProperty('Finding');
  });

  it.each([
    { name: 'nothing', snapshot: {} },
    { name: 'a system that is down', snapshot: { graph: { unavailable: { reason: 'timed-out' } } } },
    {
      name: 'a group that is down',
      snapshot: {
        businessCentral: { currencies: { unavailable: { reason: 'throttled', detail: 'HTTP 429' } } },
      },
    },
    {
      name: 'ids in capitals',
      snapshot: {
        dataverse: { integrationUsers: { value: [{ id: '3F1C7A52-6D0E-EF11-9F89-000D3A2B4C5D' }] } },
      },
    },
  ])('accepts $name', ({ snapshot }) => {
    expect(settingsSnapshot.safeParse(snapshot).success).toBe(true);
  });

  it.each([
    { name: 'an unknown system', snapshot: { sales: {} }, path: [] },
    { name: 'an unknown group', snapshot: { dataverse: { users: { value: [] } } }, path: ['dataverse'] },
    {
      name: 'an unknown reason',
      snapshot: { graph: { unavailable: { reason: 'broken' } } },
      path: ['graph', 'unavailable', 'reason'],
    },
    {
      name: 'a date that does not exist',
      snapshot: {
        businessCentral: {
          currencyExchangeRates: { value: [{ currencyCode: 'USD', startingDate: '2026-02-30' }] },
        },
      },
      path: ['businessCentral', 'currencyExchangeRates', 'value', 0, 'startingDate'],
    },
    {
      name: 'a rate that is text',
      snapshot: {
        dataverse: {
          transactionCurrencies: { value: [{ isoCurrencyCode: 'USD', exchangeRate: '1', isActive: true }] },
        },
      },
      path: ['dataverse', 'transactionCurrencies', 'value', 0, 'exchangeRate'],
    },
  ])('refuses $name with its path', ({ snapshot, path }) => {
    expect(settingsSnapshot.safeParse(snapshot).error?.issues[0]?.path).toEqual(path);
  });
});
