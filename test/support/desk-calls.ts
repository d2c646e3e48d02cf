import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import * as z from 'zod';
import { cleanupBody, startedCleanupBody } from '../../shared/http/bodies/cleanup-body.ts';
import { entryBody, entryDetailBody } from '../../shared/http/bodies/entry-body.ts';
import { problemBody } from '../../shared/http/bodies/problem-body.ts';
import { problemDetailBody } from '../../shared/http/bodies/problem-detail-body.ts';
import type { ContractAnswer, ContractClient } from './contract-client.ts';
import { aReportBody } from './reports.ts';

export type Entry = z.output<typeof entryBody>;
export type Problem = z.output<typeof problemBody>;
export type CleanupAnswer = z.output<typeof cleanupBody>;

const reportAnswer = z.object({
  stored: z.int(),
  duplicates: z.int(),
  expired: z.int(),
  invalid: z.int(),
  withoutDetails: z.int().optional(),
  results: z.array(
    z.object({
      index: z.int(),
      id: z.string().optional(),
      outcome: z.string(),
      errors: z.array(z.object({ pointer: z.string().optional(), detail: z.string() })).optional(),
    }),
  ),
});

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ value: z.array(item), nextLink: z.string().optional() });

/** A company name that no other test uses. */
export function aCompany(): string {
  return `Contoso ${randomBytes(6).toString('hex')}`;
}

/** The moment `ms` milliseconds ago, as senders write it. */
export function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString();
}

export function reportsIn({ body }: ContractAnswer): z.output<typeof reportAnswer> {
  return reportAnswer.parse(body);
}

/** Reports errors, expects all to be stored, and gives their ids in order. */
export async function report(
  client: ContractClient,
  ...reports: readonly Readonly<Record<string, unknown>>[]
): Promise<string[]> {
  const answer = await client.post(
    'errors',
    reports.map((parts) => aReportBody(parts)),
  );
  expect(answer.status, answer.text).toBe(201);
  return reportsIn(answer).results.map(({ id, outcome }) => {
    expect(outcome).toBe('stored');
    return id ?? '';
  });
}

/** Query text of parameters; one with several values is repeated. */
export function queryOf(parameters: Readonly<Record<string, string | readonly string[] | number>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    for (const one of [value].flat()) query.append(name, String(one));
  return query.toString();
}

export interface Page<Item> {
  readonly value: readonly Item[];
  readonly nextLink?: string | undefined;
}

export function errorsIn({ body }: ContractAnswer): Page<Entry> {
  return pageOf(entryBody).parse(body);
}

export function problemsIn({ body }: ContractAnswer): Page<Problem> {
  return pageOf(problemBody).parse(body);
}

export function cleanupsIn({ body }: ContractAnswer): Page<CleanupAnswer> {
  return pageOf(cleanupBody).parse(body);
}

export function cleanupIn({ body }: ContractAnswer): CleanupAnswer {
  return cleanupBody.parse(body);
}

/** What a preview answers. */
export function planIn({ body }: ContractAnswer): z.output<typeof startedCleanupBody> {
  return startedCleanupBody.parse(body);
}

export function entryIn({ body }: ContractAnswer): z.output<typeof entryDetailBody> {
  return entryDetailBody.parse(body);
}

export function problemDetailIn({ body }: ContractAnswer): z.output<typeof problemDetailBody> {
  return problemDetailBody.parse(body);
}

/** All items of a list, from all of its pages. */
export async function allPages<Item>(
  client: ContractClient,
  path: string,
  pageIn: (answer: ContractAnswer) => Page<Item>,
): Promise<{ readonly items: readonly Item[]; readonly pages: number }> {
  const items: Item[] = [];
  let pages = 0;
  for (let next: string | undefined = path; next; ) {
    const answer = await client.get(next);
    expect(answer.status, answer.text).toBe(200);
    const page = pageIn(answer);
    items.push(...page.value);
    next = page.nextLink;
    pages++;
  }
  return { items, pages };
}

/** All errors that match a query. */
export async function errors(client: ContractClient, query: string): Promise<readonly Entry[]> {
  return (await allPages(client, `errors?${query}`, errorsIn)).items;
}

/** Ids of the errors of a company, newest first. */
export async function idsOf(client: ContractClient, company: string): Promise<string[]> {
  return (await errors(client, queryOf({ company: [company] }))).map(({ id }) => id);
}

/** The problems of a company, last seen first. */
export async function problemsOf(client: ContractClient, company: string): Promise<readonly Problem[]> {
  return (await allPages(client, `problems?${queryOf({ company: [company] })}`, problemsIn)).items;
}
