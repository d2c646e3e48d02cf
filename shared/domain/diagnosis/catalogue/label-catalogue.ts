import { inflateRawSync } from 'node:zlib';
import { builtOnce } from '../matching/built-once.ts';
import { fold } from '../matching/clean-text.ts';
import { compileLabel, type Label } from '../matching/label.ts';
import { type Judgement, judgementOf } from './judgements.ts';
import { compressedLabels } from './label-data.ts';

/** One label of the catalogue. */
export interface CatalogueLabel extends Judgement {
  /** With `{}` for values. */
  readonly text: string;
  /** The code of Dataverse that the text belongs to, such as "0x80040237"; empty without one. */
  readonly code: string;
  /** The text as a key: with `…` for values, at most 100 UTF-16 units. */
  readonly key: string;
  /** The label, ready for matching. */
  readonly label: () => Label;
}

/** The names of the apps, for `$` in the data. */
const products =
  '(microsoft dynamics 365|microsoft dynamics crm|microsoft dataverse|microsoft crm|dynamics 365 sales|dynamics 365 field service|dynamics 365|dynamics crm|common data service|dataverse|crm)';

/** The longest key, in UTF-16 units. */
const maxKey = 100;

/** How many characters of its beginning a label is found by. */
export const beginningLength = 9;

/** The labels of the catalogue, by how they begin and by a word that they contain. */
export interface LabelCatalogue {
  readonly byBeginning: ReadonlyMap<string, readonly CatalogueLabel[]>;
  /** Labels that begin with a value, by the longest of their first words. */
  readonly byWord: ReadonlyMap<string, readonly CatalogueLabel[]>;
}

/** The catalogue, read when it is first needed. */
export const labelCatalogue = builtOnce((): LabelCatalogue => {
  const byBeginning = new Map<string, CatalogueLabel[]>();
  const byWord = new Map<string, CatalogueLabel[]>();
  for (const label of catalogueLabels()) {
    const text = fold(label.text).replaceAll(/\([^()]*\|[^()]*\)/g, '{}');
    const beginning = /^[^{$]*/.exec(text)?.[0] ?? '';
    if (beginning.length >= beginningLength) add(byBeginning, beginning.slice(0, beginningLength), label);
    else add(byWord, anchorOf(text), label);
  }
  return { byBeginning, byWord };
});

function add(map: Map<string, CatalogueLabel[]>, name: string, label: CatalogueLabel): void {
  const others = map.get(name);
  if (others) others.push(label);
  else map.set(name, [label]);
}

/** The data of the catalogue: `#cause resolver` before the labels of each judgement, `=code text` for a fault. */
export function labelText(): string {
  return inflateRawSync(Buffer.from(compressedLabels, 'base64')).toString();
}

/** Every label of the catalogue, in the order of the data. */
export function catalogueLabels(): CatalogueLabel[] {
  let judgement: Judgement | undefined;
  const labels: CatalogueLabel[] = [];
  for (const line of labelText().split('\n'))
    if (line.startsWith('#')) judgement = judgementOf(line.slice(1));
    else if (judgement) labels.push(labelOf(line, judgement));
  return labels;
}

function labelOf(line: string, judgement: Judgement): CatalogueLabel {
  const [, code, own] = /^=(\w{7,8}) (.*)$/.exec(line) ?? [];
  const text = own ?? line;
  return {
    ...judgement,
    text,
    code: code ? `0x${code}` : '',
    key: text
      .replaceAll(/\(([^()|]*)\|[^()]*\)/g, '$1')
      .replaceAll('{}', '…')
      .replaceAll('$', 'Dataverse')
      .slice(0, maxKey)
      .trim(),
    label: builtOnce(() => compileLabel(text.replace(/^(\W*)\{\}/, '$1{first}').replaceAll('$', products))),
  };
}

/** The longest word of the first two literal pieces that no value can be a part of. */
function anchorOf(text: string): string {
  const pieces = text.split(/\{\w*\}|\$/).filter((piece) => /\w/.test(piece));
  const words = pieces.slice(0, 3).flatMap((piece) => {
    const whole = piece.split(/[^a-z0-9_æøß]+/);
    return [
      ...(piece === pieces[0] && text.startsWith(piece) ? whole.slice(0, 1) : []),
      ...whole.slice(1, -1),
    ];
  });
  return words.sort((one, other) => other.length - one.length)[0] ?? '';
}
