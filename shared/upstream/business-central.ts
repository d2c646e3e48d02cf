import * as z from 'zod';
import type {
  BusinessCentralCompany,
  BusinessCentralFacts,
} from '../domain/settings-checks/business-central-facts.ts';
import type { UnavailableReason } from '../domain/settings-checks/fact-group.ts';
import { answersPerCompany, readCompany } from './business-central-company.ts';
import {
  createUpstreamClient,
  pathId,
  type UpstreamAccess,
  type UpstreamClient,
  upstreamRoot,
} from './upstream-client.ts';
import { UpstreamFailure, unavailableFacts } from './upstream-failure.ts';

/** Where Business Central is, and what to read there. */
export interface BusinessCentralOptions extends UpstreamAccess {
  /** Address of the environment, ending in `/v2.0/{tenant}/{environment}`. */
  readonly url: string;
  /** Names or ids of companies; `*` means all of the environment. */
  readonly companies: readonly string[];
  /** The day whose rates are needed, such as `2026-11-22`. */
  readonly today: string;
}

/** Number of companies that one run reads. The others are named as not read. */
const maxCompanies = 20;

// Business Central works on five requests of a user at once and queues the rest. A company sends three at once.
const companiesAtOnce = 2;

const company = z.object({ id: pathId, name: z.string(), displayName: z.string().nullish() });

/**
 * Facts of Business Central's API v2.0: the local currency, the currencies with their exchange rates, and the jobs. With
 * one name or id these are the facts of that company, otherwise of each company under its name.
 */
export async function readBusinessCentral(options: BusinessCentralOptions): Promise<BusinessCentralFacts> {
  try {
    const { companies, limits, today } = options;
    const atMost = companies.includes('*') ? maxCompanies : Math.min(companies.length, maxCompanies);
    const client = createUpstreamClient({
      ...options,
      // Each further company adds its first answers to the limit: twenty companies need 80.
      limits: { ...limits, pages: limits.pages + (atMost - 1) * answersPerCompany },
      root: new URL('api/v2.0/', upstreamRoot('BUSINESS_CENTRAL_URL', options.url)),
      scope: 'https://api.businesscentral.dynamics.com/.default',
      headers: { 'data-access-intent': 'ReadOnly', prefer: 'odata.maxpagesize=1000' },
    });
    const [only] = companies;
    if (atMost === 1 && only !== undefined)
      return await readCompany(client, await companyId(client, only), today);
    return { companies: await readCompanies(client, companies, today) };
  } catch (error) {
    return unavailableFacts(error);
  }
}

type Company = z.output<typeof company>;

const listCompanies = (client: UpstreamClient): Promise<Company[]> =>
  client.list('companies?$select=id,name,displayName', company);

async function companyId(client: UpstreamClient, nameOrId: string): Promise<string> {
  if (z.guid().safeParse(nameOrId).success) return nameOrId;
  const found = findCompany(await listCompanies(client), nameOrId);
  if (!found) throw new UpstreamFailure('not-found', noSuchCompany);
  return found.id;
}

const noSuchCompany = 'BUSINESS_CENTRAL_COMPANY names no company of the environment';

function findCompany(companies: readonly Company[], nameOrId: string): Company | undefined {
  const wanted = nameOrId.trim().toLowerCase();
  return (
    companies.find(({ name }) => name === nameOrId) ??
    companies.find(({ id }) => id.toLowerCase() === wanted) ??
    companies.find(({ name }) => name.trim().toLowerCase() === wanted) ??
    companies.find(({ displayName }) => displayName?.trim().toLowerCase() === wanted)
  );
}

/** The facts of several companies, in their order. A company that cannot be read has its name and the reason. */
async function readCompanies(
  client: UpstreamClient,
  wanted: readonly string[],
  today: string,
): Promise<BusinessCentralCompany[]> {
  const existing = await listCompanies(client);
  const found = wanted.includes('*')
    ? existing
    : wanted.flatMap((nameOrId) => findCompany(existing, nameOrId) ?? []);
  const distinct = [...new Map(found.map((one) => [one.id, one])).values()];
  const missing = wanted.includes('*') ? [] : wanted.filter((nameOrId) => !findCompany(existing, nameOrId));
  if (distinct.length + missing.length === 0)
    throw new UpstreamFailure('not-found', 'the environment has no company');

  const read: BusinessCentralCompany[] = [];
  for (let start = 0; start < Math.min(distinct.length, maxCompanies); start += companiesAtOnce) {
    const batch = distinct.slice(start, Math.min(start + companiesAtOnce, maxCompanies));
    const facts = batch.map(async ({ id, name }) => ({
      company: name,
      ...(await readCompany(client, id, today)),
    }));
    read.push(...(await Promise.all(facts)));
  }
  return [
    ...read,
    ...distinct
      .slice(maxCompanies)
      .map(({ name }) => notRead(name, 'timed-out', `more than ${maxCompanies} companies`)),
    ...missing.map((name) => notRead(name, 'not-found', noSuchCompany)),
  ];
}

function notRead(company: string, reason: UnavailableReason, detail: string): BusinessCentralCompany {
  return { company, unavailable: { reason, detail } };
}
