import * as z from 'zod';
import { group, systemUnavailable, text } from './fact-group.ts';

/** Length of Business Central's field Error Message of a job queue entry. */
export const textLimitOfJobError = 2048;

const currencyExchangeRate = z.lazy(() =>
  z
    .strictObject({
      currencyCode: text().describe('Empty means the local currency'),
      startingDate: z.iso.date(),
      exchangeRateAmount: z.number().nullish(),
      relationalCurrencyCode: text().nullish().describe('Empty means the local currency'),
      relationalExchangeRateAmount: z.number().nullish(),
    })
    .meta({ id: 'CurrencyExchangeRate' }),
);

const businessCentralCurrency = z.lazy(() =>
  z
    .strictObject({
      code: text(),
      isoCode: text().nullish().describe("ISO Code of the currency. Not in Business Central's standard API"),
    })
    .meta({ id: 'BusinessCentralCurrency' }),
);

const jobQueueEntry = z.lazy(() =>
  z
    .strictObject({
      objectIdToRun: z.int().describe('Codeunit: 5339 synchronizes, 50102 sends errors to this desk'),
      status: text().describe("Such as Ready or On Hold; the API's On_x0020_Hold is accepted too"),
      recurringJob: z.boolean(),
      description: text().nullish(),
      earliestStartDateTime: z.iso.datetime({ offset: true }).nullish(),
      errorMessage: z.string().max(textLimitOfJobError).nullish(),
      userId: text().nullish().describe('User that the job runs as'),
    })
    .meta({ id: 'JobQueueEntry' }),
);

/** The groups of facts that each company of Business Central has for itself. */
const companyGroups = () => ({
  generalLedgerSetup: group(
    z.strictObject({
      localCurrencyCode: text().describe('LCY Code of General Ledger Setup; may be empty'),
    }),
  ).optional(),
  currencies: group(z.array(businessCentralCurrency).max(1000)).optional(),
  currencyExchangeRates: group(z.array(currencyExchangeRate).max(100_000)).optional(),
  jobQueueEntries: group(z.array(jobQueueEntry).max(1000))
    .optional()
    .describe('Job queue entries of codeunits 5339 and 50102'),
});

const company = z.lazy(() =>
  z
    .strictObject({
      company: text().min(1).describe('Name of the company'),
      unavailable: systemUnavailable,
      ...companyGroups(),
    })
    .meta({ id: 'BusinessCentralCompany' }),
);

/** Schema of the facts of Business Central. Lazy, like all schemas of facts. */
export const businessCentral = z.lazy(() =>
  z
    .strictObject({
      unavailable: systemUnavailable,
      ...companyGroups(),
      companies: z
        .array(company)
        .min(1)
        .max(1000)
        .optional()
        .describe('Facts of several companies, each with its name'),
    })
    .describe('Facts of one company, directly in the groups, or of several in companies'),
);

/** A row of Business Central's page Currency Exchange Rates. */
export type CurrencyExchangeRate = z.output<typeof currencyExchangeRate>;
/** A job queue entry of Business Central. */
export type JobQueueEntry = z.output<typeof jobQueueEntry>;
/** A company of Business Central with its facts. */
export type BusinessCentralCompany = z.output<typeof company>;
/** Facts of Business Central's API v2.0. */
export type BusinessCentralFacts = z.output<typeof businessCentral>;
