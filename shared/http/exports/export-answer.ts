import * as z from 'zod';
import type { Language } from '../../domain/language.ts';
import type { WorkLimit } from '../../work-limit.ts';
import type { HandlerAnswer } from '../http-function.ts';
import { weightedValues } from '../quality-values.ts';
import { buildExport, type ExportOrder } from './build-export.ts';
import { csvFormat } from './csv-format.ts';
import type { ExportFormat } from './export-table.ts';
import { xlsxFormat, xlsxMediaType } from './xlsx-format.ts';

const csvMediaType = 'text/csv';

/** Media types of exports, which callers ask for by `Accept`. */
export const exportMediaTypes = [csvMediaType, xlsxMediaType];

/** The query parameter of operations that export. */
export const exportParameters = {
  separator: z
    .enum(['comma', 'semicolon'])
    .optional()
    .describe('What separates the cells of a CSV; a semicolon for Dutch by default, else a comma'),
};

/**
 * The format that a caller prefers to JSON; undefined for JSON, which a browser's `Accept` gets too.
 * @param timeZone Of the dates in workbooks; a CSV has them in UTC.
 */
export function requestedExport(
  accept: string | undefined,
  separator: 'comma' | 'semicolon' | undefined,
  language: Language,
  timeZone: string,
): ExportFormat | undefined {
  const values = weightedValues(accept);
  const weightOf = (type: string) => values.find(({ value }) => value === type)?.weight ?? 0;
  const [best] = values.filter(({ value }) => exportMediaTypes.includes(value));
  if (!best || best.weight <= weightOf('application/json')) return undefined;
  if (best.value === xlsxMediaType) return xlsxFormat(timeZone);
  const isSemicolon = separator ? separator === 'semicolon' : language === 'nl';
  return csvFormat(isSemicolon ? ';' : ',');
}

/**
 * The answer with an export. `fileName` has no extension.
 * @throws {AppError} too-many-exports, and what reading the rows throws
 */
export async function exportAnswer<Row, Position>(
  slots: WorkLimit,
  order: ExportOrder<Row, Position>,
  fileName: string,
): Promise<HandlerAnswer> {
  const { mediaType, fileExtension } = order.format;
  return {
    status: 200,
    bytes: await slots.run(1, () => buildExport(order)),
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}.${fileExtension}"`,
    },
  };
}
