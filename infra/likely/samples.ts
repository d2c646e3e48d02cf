import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Cause, causes } from '../../shared/domain/diagnosis/causes.ts';
import { featuresOf, plainWords, readConcepts } from '../../shared/domain/diagnosis/likely/features.ts';
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

const freshFolder = join(import.meta.dirname, '../../test/support/fresh-texts');

/** What placeholders of labels are filled with; it stands for no concept. */
const filler = 'Xyz';

/** Every labelled text and every text of the catalogue, each once. */
export async function samples(): Promise<Sample[]> {
  const { labels, faults, platformTexts } = catalogueSources();
  const all = [
    ...(await labelledSamples()),
    ...labels.map(({ text, cause, area }) =>
      labelSample(area === 'validation' ? 'labels validation' : 'labels integration', text, cause),
    ),
    ...platformTexts.flatMap(({ text, translations, cause }) =>
      [text, ...Object.values(translations)].map((wording) => labelSample('platform', wording, cause)),
    ),
    ...faults.flatMap(({ message, translations, cause }) => [
      ...(message ? [labelSample('dataverse en', message, cause)] : []),
      ...Object.entries(translations).map(([language, text]) =>
        labelSample(`dataverse ${language}`, text, cause),
      ),
    ]),
    ...freshSamples(),
    ...learnedSentences().map(({ language, cause, text }) =>
      labelSample(`sentences ${language}`, text, cause),
    ),
    ...ownSentences().map(({ language, cause, text }) => labelSample(`own ${language}`, text, cause)),
  ];
  return [...new Map(all.map((one) => [one.message, one])).values()];
}

const freshText = z.object({ text: z.string(), cause: z.enum(causes).nullable() });

/** Files of fresh texts that were measured once and are used up. A file that is still to be measured is not listed. */
const usedTexts = ['2026-11-30.jsonl', '2026-11-30-development.jsonl'];

function freshSamples(): Sample[] {
  return usedTexts.flatMap((file) =>
    readFileSync(join(freshFolder, file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => {
        const { text, cause } = freshText.parse(JSON.parse(line));
        return sampleOf(`fresh ${file}`, text, cause ?? 'unclassified');
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
        found.push(sampleOf(sourceOf(file), message, cause));
  }
  return found;
}

const labelSample = (source: string, label: string, cause: Cause) => sampleOf(source, filled(label), cause);

/** A label as a text: the first of several spellings, and the filler for each placeholder. */
function filled(label: string): string {
  return label
    .replaceAll(/\(([^()|]*)\|[^()]*\)/g, '$1')
    .replaceAll(/%\d|\{\d*\}|%(?:\.\*)?l?[sd]|<[^<>]{1,40}>/g, filler);
}

/** How much a text of a source counts: less where many texts say the same in the words of one system. */
function weightOf(source: string): number {
  if (source.startsWith('dataverse')) return 0.3;
  if (source === 'labels validation') return 0.5;
  if (source.startsWith('near-misses')) return 4;
  return /^(?:fresh|own|sentences)/.test(source) ? 2 : 1;
}

/** A text to learn from, as it is. */
export function sampleOf(source: string, message: string, cause: Cause): Sample {
  const features = [...featuresOf(readConcepts(plainWords(prepareMessage(message)))).keys()];
  return { source, message, cause, weight: weightOf(source), features };
}

/** The shortest text of which the beginning is learned too, and how much of it, and how much that counts. */
const minWhole = 60;
const beginning = { share: 0.6, weight: 0.5 };

/** Samples and the beginnings of the longer errors, because many texts arrive cut. */
export function withBeginnings(samples: readonly Sample[]): Sample[] {
  const cut = samples
    .filter(({ message, cause }) => message.length >= minWhole && cause !== 'unclassified')
    .filter(({ source }) => !source.startsWith('dataverse') && source !== 'labels validation')
    .map(({ source, message, cause, weight }) => {
      const text = message.slice(0, Math.floor(message.length * beginning.share));
      return { ...sampleOf(source, text, cause), weight: weight * beginning.weight };
    });
  return [...samples, ...cut];
}
