import * as z from 'zod';
import type { HourCount, ProblemCounts, ProblemDay } from '../../domain/problems/problem-counts.ts';
import { type EntityProperties, toJson } from '../tables/entity-group-transaction.ts';
import { joinText, splitText } from '../tables/split-text.ts';
import type { Row } from '../tables/table-service.ts';
import { storedTraits } from './stored-traits.ts';

// Hours are stored as [hour, count, first, last, id of the last, thinned]; first and last are null where nothing was added.
const storedHour = z.tuple([
  z.int().min(0).max(23),
  z.int(),
  z.number().nullable(),
  z.number().nullable(),
  z.string(),
  z.boolean(),
]);

const storedDay = z.tuple([z.string(), storedTraits, z.string(), z.array(storedHour)]);

/** The properties of a ledger row or a tally that hold these counts. */
export function countsProperties(counts: ProblemCounts): EntityProperties {
  const stored = [...counts].map(
    ([id, day]): z.input<typeof storedDay> => [
      id,
      day.traits,
      day.sampleMessage,
      [...day.hours].map(([hour, { count, first, last, lastId, thinned }]) => [
        hour,
        count,
        Number.isFinite(first) ? first : null,
        Number.isFinite(last) ? last : null,
        lastId,
        thinned,
      ]),
    ],
  );
  return splitText('counts', toJson(stored));
}

/** The counts in a ledger row or a tally. */
export function countsIn(row: Row): ProblemCounts {
  const stored = z.array(storedDay).parse(JSON.parse(joinText('counts', row)));
  return new Map(
    stored.map(([id, traits, sampleMessage, hours]): [string, ProblemDay] => [
      id,
      {
        traits,
        sampleMessage,
        hours: new Map(
          hours.map(([hour, count, first, last, lastId, thinned]): [number, HourCount] => [
            hour,
            { count, first: first ?? Infinity, last: last ?? -Infinity, lastId, thinned },
          ]),
        ),
      },
    ]),
  );
}
