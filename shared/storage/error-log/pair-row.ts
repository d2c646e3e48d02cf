import * as z from 'zod';
import { causes, resolvers } from '../../domain/diagnosis/causes.ts';
import type { PairFacts } from '../../domain/problems/problem.ts';
import { directions } from '../../domain/reports/error-report.ts';
import { type EntityProperties, toJson } from '../tables/entity-group-transaction.ts';
import { joinText, splitText } from '../tables/split-text.ts';
import type { Row } from '../tables/table-service.ts';

/**
 * What is known of pairs as rows hold it, by the pair's id: environment, company, mapping, direction, cause, key,
 * resolver. Kept as texts, and more of them than are known here, so that a fold hands on what a newer version wrote.
 */
export type StoredFacts = ReadonlyMap<string, readonly string[]>;

const storedPairs = z.array(z.tuple([z.string()], z.string()));

/** The texts of a pair that a row holds. */
export function storedFactsOf(facts: PairFacts): readonly string[] {
  const { environment, company, mapping, direction, cause, key, resolver } = facts;
  return [environment, company, mapping, direction, cause, key, resolver];
}

/** The properties of a row that holds these pairs. */
export function pairProperties(pairs: StoredFacts): EntityProperties {
  return splitText('facts', toJson([...pairs].map(([id, texts]) => [id, ...texts])));
}

/** The pairs in a row; throws where it holds none that can be read. */
export function pairsIn(row: Row): StoredFacts {
  const pairs = storedPairs.parse(JSON.parse(joinText('facts', row)));
  return new Map(pairs.map(([id, ...texts]) => [id, texts]));
}

const causeOrUnclassified = z.enum(causes).catch('unclassified');
const resolverOrUnknown = z.enum(resolvers).catch('unknown');
const directionOrNone = z.enum([...directions, '']).catch('');

/** The facts in stored texts; a word of a newer version is read as the nearest that says so. */
export function factsIn(texts: readonly string[]): PairFacts {
  const [environment = '', company = '', mapping = '', direction = '', cause, key = '', resolver] = texts;
  return {
    environment,
    company,
    mapping,
    direction: directionOrNone.parse(direction),
    cause: causeOrUnclassified.parse(cause),
    key,
    resolver: resolverOrUnknown.parse(resolver),
  };
}
