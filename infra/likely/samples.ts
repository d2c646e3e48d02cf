import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Cause, causes } from '../../shared/domain/diagnosis/causes.ts';
import { featuresOf, plainWords } from '../../shared/domain/diagnosis/likely/features.ts';
import { prepareMessage } from '../../shared/domain/diagnosis/matching/prepared-message.ts';
import { catalogueSources, learnedSentences, ownSentences } from '../catalogue/sources.ts';

/** A text to learn from. */
export interface Sample {
  /** Where the text comes from; a source is held back as a whole. */
  readonly source: string;
  readonly message: string;
  readonly cause: Cause;
  readonly features: readonly string[];
  /** How much it counts. */
  readonly weight: number;
}

const labelledTexts = z.array(z.tuple([z.string(), z.enum(causes)], z.string()));

const textsFolder = join(import.meta.dirname, '../../test/support/diagnosis-texts');

/** What placeholders of labels are filled with; it stands for no concept. */
const filler = 'Xyz';

/** Every labelled text and every text of the catalogue, each once. */
export async function samples(): Promise<Sample[]> {
  const { labels, faults, platformTexts } = catalogueSources();
  const all = [
    ...(await labelledSamples()),
    ...labels.map(({ text, cause, area }) =>
      sample(area === 'validation' ? 'labels validation' : 'labels integration', text, cause),
    ),
    ...platformTexts.flatMap(({ text, translations, cause }) =>
      [text, ...Object.values(translations)].map((wording) => sample('platform', wording, cause)),
    ),
    ...faults.flatMap(({ message, translations, cause }) => [
      ...(message ? [sample('dataverse en', message, cause)] : []),
      ...Object.entries(translations).map(([language, text]) => sample(`dataverse ${language}`, text, cause)),
    ]),
    ...freshSamples(),
    ...learnedSentences().map(({ language, cause, text }) => sample(`sentences ${language}`, text, cause)),
    ...ownSentences().map(({ language, cause, text }) => sample(`own ${language}`, text, cause)),
  ];
  return [...new Map(all.map((one) => [one.message, one])).values()];
}

function freshSamples(): Sample[] {
  const folder = join(import.meta.dirname, '../../test/support/fresh-texts');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => {
          const { text, cause } = z.object({ text: z.string(), cause: z.enum(causes).nullable() }).parse(JSON.parse(line));
          return { ...sample(`fresh ${file}`, text, cause ?? 'unclassified'), message: text };
        }),
    );
}

/** Translated texts and near misses are a source for each file, the other texts are one. */
function sourceOf(file: string): string {
  return file.includes('/') ? file.replace('.ts', '') : 'english';
}

async function labelledSamples(): Promise<Sample[]> {
  const files = readdirSync(textsFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('labelled-text.ts'))
    .sort();
  const found: Sample[] = [];
  for (const file of files) {
    const exported: Readonly<Record<string, unknown>> = await import(join(textsFolder, file));
    for (const texts of Object.values(exported))
      for (const [message, cause] of labelledTexts.parse(texts))
        found.push(sample(sourceOf(file), message, cause));
  }
  return found;
}

export function sample(source: string, text: string, cause: Cause): Sample {
  const message = text
    .replaceAll(/\(([^()|]*)\|[^()]*\)/g, '$1')
    .replaceAll(/%\d|\{\d*\}|%(?:\.\*)?l?[sd]|<[^<>]{1,40}>/g, filler);
  const weight = source.startsWith('dataverse') ? 0.3 : source.startsWith('labels v') ? 0.5 : source.startsWith('fresh') || source.startsWith('own') || source.startsWith('sentences') ? 2 : 1;
  return { source, message, cause, weight, features: [...featuresOf(plainWords(prepareMessage(message))).keys()] };
}
