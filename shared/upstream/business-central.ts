import * as z from 'zod';
import type {
  BusinessCentralFacts,
  CurrencyExchangeRate,
} from '../domain/settings-checks/settings-snapshot.ts';
import {
  createUpstreamClient,
  pathId,
  type UpstreamAccess,
  type UpstreamClient,
  upstreamRoot,
} from './upstream-client.ts';
import { factGroup, UpstreamFailure, unavailableFacts } from './upstream-failure.ts';

/** Where Business Central is, and what to read there. */
export interface BusinessCentralOptions extends UpstreamAccess {
  /** Address of the environment, ending in `/v2.0/{tenant}/{environment}`. */
  readonly url: string;
  /** Name or id of the company. */
  readonly company: string;
  /** The day whose rates are needed, such as `2026-11-22`. */
  readonly today: string;
}

const company = z.object({ id: pathId, name: z.string(), displayName: z.string().nullish() });
const currency = z.object({ code: z.string() });
const generalLedgerSetup = z.object({ localCurrencyCode: z.string() });

const currencyExchangeRate = z.object({
  currencyCode: z.string(),
  startingDate: z.iso.date(),
  exchangeRateAmount: z.number().nullish(),
  relationalCurrencyCode: z.string().nullish(),
  relationalExchangeRateAmount: z.number().nullish(),
});

/** Facts of Business Central's API v2.0: the local currency, the currencies and their exchange rates. */
export async function readBusinessCentral(options: BusinessCentralOptions): Promise<BusinessCentralFacts> {
  try {
    const client = createUpstreamClient({
      ...options,
      root: new URL('api/v2.0/', upstreamRoot('BUSINESS_CENTRAL_URL', options.url)),
      scope: 'https://api.businesscentral.dynamics.com/.default',
      headers: { 'data-access-intent': 'ReadOnly', prefer: 'odata.maxpagesize=1000' },
    });
    const path = `companies(${await companyId(client, options.company)})`;
    const currencies = factGroup(client.list(`${path}/currencies?$select=code`, currency));
    const [setup, codes, rates] = await Promise.all([
      factGroup(readGeneralLedgerSetup(client, path)),
      currencies,
      factGroup(
        currencies.then((known) =>
          readRates(client, path, options.today, 'value' in known ? known.value : undefined),
        ),
      ),
    ]);
    return { generalLedgerSetup: setup, currencies: codes, currencyExchangeRates: rates };
  } catch (error) {
    return unavailableFacts(error);
  }
}

async function companyId(client: UpstreamClient, nameOrId: string): Promise<string> {
  if (z.guid().safeParse(nameOrId).success) return nameOrId;
  const companies = await client.list('companies?$select=id,name,displayName', company);
  const wanted = nameOrId.trim().toLowerCase();
  const found =
    companies.find(({ name }) => name === nameOrId) ??
    companies.find(({ name }) => name.trim().toLowerCase() === wanted) ??
    companies.find(({ displayName }) => displayName?.trim().toLowerCase() === wanted);
  if (!found)
    throw new UpstreamFailure('not-found', 'BUSINESS_CENTRAL_COMPANY names no company of the environment');
  return found.id;
}

async function readGeneralLedgerSetup(client: UpstreamClient, companyPath: string) {
  // An entity set with one row; a single entity is accepted as well.
  const shape = z.union([z.object({ value: z.array(generalLedgerSetup).min(1) }), generalLedgerSetup]);
  const answer = await client.read(`${companyPath}/generalLedgerSetup?$select=localCurrencyCode`, shape);
  return 'value' in answer ? (answer.value[0] ?? { localCurrencyCode: '' }) : answer;
}

/** The rates, newest first. Stops once each currency has one in force. */
async function readRates(
  client: UpstreamClient,
  companyPath: string,
  today: string,
  currencies: readonly { readonly code: string }[] | undefined,
): Promise<CurrencyExchangeRate[]> {
  const select = Object.keys(currencyExchangeRate.shape).join(',');
  return await client.list(
    `${companyPath}/currencyExchangeRates?$select=${select}&$orderby=${encodeURIComponent('startingDate desc')}`,
    currencyExchangeRate,
    (rates) =>
      currencies !== undefined &&
      isNewestFirst(rates) &&
      currencies.every(({ code }) =>
        rates.some(({ currencyCode, startingDate }) => currencyCode === code && startingDate <= today),
      ),
  );
}

/** Whether the server kept the order it was asked for. It may ignore that. */
function isNewestFirst(rates: readonly CurrencyExchangeRate[]): boolean {
  return rates.every(({ startingDate }, index) => {
    const before = rates[index - 1];
    return before === undefined || startingDate <= before.startingDate;
  });
}
