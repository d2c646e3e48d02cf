import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Cause, causes, resolvers } from '../../shared/domain/diagnosis/causes.ts';

const judged = { cause: z.enum(causes), resolver: z.enum(resolvers).optional() };

const texts = z.record(z.string(), z.string());

const label = z.strictObject({
  ...judged,
  object: z.string(),
  label: z.string(),
  text: z.string(),
  variants: z.array(z.string()).default([]),
  area: z.string(),
});

const fault = z.strictObject({
  ...judged,
  code: z.string().regex(/^0x8[0-9A-Fa-f]{6,7}$/),
  name: z.string().optional(),
  message: z.string().optional(),
  messageOld: z.string().optional(),
  translations: texts.default({}),
  source: z.string(),
});

const signInError = z.strictObject({
  ...judged,
  code: z.string().regex(/^AADSTS\d{4,7}$/),
  name: z.string().optional(),
  meaning: z.string().optional(),
});

const platformText = z.strictObject({
  ...judged,
  group: z.string(),
  number: z.number().optional(),
  text: z.string(),
  translations: texts.default({}),
  source: z.string(),
  note: z.string().optional(),
});

function linesOf<Line>(file: string, line: z.ZodType<Line>): Line[] {
  const content = readFileSync(join(import.meta.dirname, file), 'utf8');
  return content
    .trimEnd()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)));
}

const ownFolder = join(import.meta.dirname, 'own-sentences');

/** A sentence that we wrote ourselves, because no translation is published. */
export interface OwnSentence {
  /** Such as "it". */
  readonly language: string;
  readonly cause: Cause;
  /** With `{}` for values and `(a|b)` for spellings. */
  readonly text: string;
}

/**
 * The sentences of the folder `own-sentences`: a file for each language, a line `# cause` before the sentences of a cause.
 * Throws for a cause that does not exist.
 */
export const ownSentences = () => sentencesIn(ownFolder);

/** Sentences that only the likely causes learn from. */
export const learnedSentences = () => sentencesIn(join(import.meta.dirname, '../likely/sentences'));

function sentencesIn(folder: string): OwnSentence[] {
  return readdirSync(folder).flatMap((file) => {
    let cause: Cause = 'unclassified';
    return readFileSync(join(folder, file), 'utf8')
      .trimEnd()
      .split('\n')
      .flatMap((line): OwnSentence[] => {
        if (!line.startsWith('# ')) return [{ language: file.replace('.txt', ''), cause, text: line }];
        cause = z.enum(causes).parse(line.slice(2));
        return [];
      });
  });
}

/**
 * What the systems say, with the causes: the lines of the JSONL files of this folder. Throws when a line does not have
 * the shape of its file.
 */
export const catalogueSources = () => ({
  labels: linesOf('bc-labels.jsonl', label),
  faults: linesOf('dataverse-errors.jsonl', fault),
  signInErrors: linesOf('entra-errors.jsonl', signInError),
  platformTexts: linesOf('platform-errors.jsonl', platformText),
});
