import * as z from 'zod';
import { builtOnce } from '../diagnosis/matching/built-once.ts';
import { alertFacts } from './alert-event.ts';

/** The states of each kind. Built when first used. */
const shapes = builtOnce(() => {
  const moment = z.number();
  return [
    z.object({
      kind: z.literal('problem'),
      id: z.string(),
      /** False for one that passes by itself, until it has come up often enough. */
      isOpened: z.boolean(),
      firstSeenAt: moment,
      /** When it was last known to have entries, up to a day earlier than it was. */
      lastAt: moment,
      /** The end of the decision that it was told to have outlived: when it was resolved, or until when it was snoozed. */
      regressedAt: moment.optional(),
      /** The hour of the last surge, from how many errors an hour it was one, and since when it is over. */
      surge: z.object({ hour: moment, threshold: z.number(), overAt: moment.optional() }).optional(),
      /** How many records were known to be given up, and the last time that one was. */
      givenUp: z.object({ count: z.number(), since: moment }).optional(),
      facts: alertFacts,
    }),
    z.object({
      kind: z.literal('silence'),
      id: z.string(),
      environment: z.string(),
      company: z.string(),
      /** Its last sign of life. */
      lastAt: moment,
    }),
    z.object({ kind: z.literal('red-check'), id: z.string(), lastAt: moment }),
    z.object({
      kind: z.literal('cleanup'),
      id: z.string(),
      /** Once its undo was told too. */
      isUndone: z.boolean(),
      lastAt: moment,
    }),
  ] as const;
});

/** What was told last about one subject: a problem, a silent sender, a check that fails, a large clean-up. */
export const toldState = z.lazy(() => z.discriminatedUnion('kind', shapes()));

/** Checked {@link toldState}. */
export type ToldState = z.output<typeof toldState>;
/** What was told of a problem. */
export type ToldProblem = Extract<ToldState, { kind: 'problem' }>;
/** What was told of a sender that is silent. */
export type ToldSilence = Extract<ToldState, { kind: 'silence' }>;
/** A check of the settings that was told to fail. */
export type ToldRedCheck = Extract<ToldState, { kind: 'red-check' }>;
/** A large clean-up that was told. */
export type ToldCleanup = Extract<ToldState, { kind: 'cleanup' }>;

const prefixes: Readonly<Record<ToldState['kind'], string>> = {
  problem: 'p',
  silence: 's',
  'red-check': 'v',
  cleanup: 'c',
};

/** The key of a subject among all that were told. */
export function subjectKey({ kind, id }: Pick<ToldState, 'kind' | 'id'>): string {
  return `${prefixes[kind]}${id}`;
}

/** What becomes of one subject: what is told of it from now on (undefined: nothing is kept), and the events. */
export interface ToldChange<Event> {
  readonly key: string;
  readonly told: ToldState | undefined;
  readonly events: readonly Event[];
}
