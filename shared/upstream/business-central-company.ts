import * as z from 'zod';
import {
  type BusinessCentralCompany,
  type CurrencyExchangeRate,
  type JobQueueEntry,
  textLimitOfJobError,
} from '../domain/settings-checks/business-central-facts.ts';
import { senderCodeunit, synchronizationCodeunit } from '../domain/settings-checks/well-known-ids.ts';
import type { UpstreamClient } from './upstream-client.ts';
import { factGroup } from './upstream-failure.ts';

/** Answers that a company takes at least: one for each group of its facts. */
export const answersPerCompany = 4;

const currency = z.object({ code: z.string() });
const generalLedgerSetup = z.object({ localCurrencyCode: z.string() });

const currencyExchangeRate = z.object({
  currencyCode: z.string(),
  startingDate: z.iso.date(),
  exchangeRateAmount: z.number().nullish(),
  relationalCurrencyCode: z.string().nullish(),
  relationalExchangeRateAmount: z.number().nullish(),
});

const jobQueueEntry = z.object({
  objectTypeToRun: z.string().nullish(),
  objectIdToRun: z.int(),
  status: z.string(),
  recurringJob: z.boolean(),
  description: z.string().nullish(),
  earliestStartDateTime: z.iso.datetime({ offset: true }).nullish(),
  errorMessage: z.string().nullish(),
  userId: z.string().nullish(),
});

/** The facts of one company. A group that cannot be read has the reason. */
export async function readCompany(
  client: UpstreamClient,
  id: string,
  today: string,
): Promise<Omit<BusinessCentralCompany, 'company'>> {
  const path = `companies(${id})`;
  const currencies = factGroup(client.list(`${path}/currencies?$select=code`, currency));
  const [generalLedgerSetupFacts, currencyFacts, currencyExchangeRates, jobQueueEntries] = await Promise.all([
    factGroup(readGeneralLedgerSetup(client, path)),
    currencies,
    factGroup(
      currencies.then((known) => readRates(client, path, today, 'value' in known ? known.value : undefined)),
    ),
    factGroup(readJobs(client, path)),
  ]);
  return {
    generalLedgerSetup: generalLedgerSetupFacts,
    currencies: currencyFacts,
    currencyExchangeRates,
    jobQueueEntries,
  };
}

/** The jobs that synchronize or send errors to this desk. */
async function readJobs(client: UpstreamClient, companyPath: string): Promise<JobQueueEntry[]> {
  const codeunits = [synchronizationCodeunit, senderCodeunit];
  const select = Object.keys(jobQueueEntry.shape).join(',');
  const filter = encodeURIComponent(codeunits.map((id) => `objectIdToRun eq ${id}`).join(' or '));
  const entries = await client.list(
    `${companyPath}/jobQueueEntries?$select=${select}&$filter=${filter}`,
    jobQueueEntry,
  );
  return entries
    .filter(({ objectTypeToRun }) => !objectTypeToRun || objectTypeToRun === 'Codeunit')
    .filter(({ objectIdToRun }) => codeunits.includes(objectIdToRun))
    .map(({ objectTypeToRun: _, errorMessage, ...entry }) => ({
      ...entry,
      errorMessage: errorMessage?.slice(0, textLimitOfJobError),
    }));
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
