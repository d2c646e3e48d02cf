import { unzipSync } from 'fflate';

/** What a workbook with one sheet holds. */
export interface WorkbookContent {
  /** Cells by row. A text as text, a number or date as a number, a formula as `{ formula }`. */
  readonly rows: readonly (readonly (string | number | undefined | { readonly formula: string })[])[];
  /** The XML of the sheet, and of the styles. */
  readonly sheet: string;
  readonly styles: string;
}

/** Reads an xlsx file. */
export function readWorkbook(bytes: Uint8Array): WorkbookContent {
  const files = unzipSync(bytes);
  const textOf = (name: string) => Buffer.from(files[name] ?? []).toString();
  const sheet = textOf('xl/worksheets/sheet1.xml');
  const rows = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: WorkbookContent['rows'][number][number][] = [];
    for (const [, attributes = '', content = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const column = /r="([A-Z]+)/.exec(attributes)?.[1] ?? '';
      cells[columnIndex(column)] = cellValue(attributes, content);
    }
    return Array.from(cells);
  });
  return { rows, sheet, styles: textOf('xl/styles.xml') };
}

function cellValue(attributes: string, content: string): string | number | undefined | { formula: string } {
  const formula = /<f[^>]*>(.*?)<\/f>/s.exec(content)?.[1];
  if (formula !== undefined) return { formula };
  const value = /<(?:v|t)[^>]*>(.*?)<\/(?:v|t)>/s.exec(content)?.[1];
  if (value === undefined) return undefined;
  return /t="(?:str|inlineStr)"/.test(attributes) ? unescaped(value) : Number(value);
}

function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (_, code?: string, name = '') =>
    code ? String.fromCodePoint(Number(code)) : (entities[name] ?? ''),
  );
}

/** The moment that a number of an Excel date means, in UTC. */
export function dateOfSerial(serial: number): Date {
  return new Date(Math.round((serial - 25_569) * 86_400_000));
}
