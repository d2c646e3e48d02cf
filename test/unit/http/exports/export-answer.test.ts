import { describe, expect, it } from 'vitest';
import { requestedExport } from '../../../../shared/http/exports/export-answer.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('the format of an answer', () => {
  it.each([
    { accept: 'text/csv', format: 'csv' },
    { accept: 'TEXT/CSV; charset=utf-8', format: 'csv' },
    { accept: 'text/csv, application/json;q=0.5', format: 'csv' },
    { accept: `${xlsx}, text/csv;q=0.9`, format: 'xlsx' },
    { accept: `text/csv, ${xlsx};q=0.9`, format: 'csv' },
    { accept: xlsx, format: 'xlsx' },
    { accept: 'text/csv;q=0.5, application/json', format: undefined },
    { accept: `${xlsx}, application/json`, format: undefined },
    { accept: 'text/csv;q=0', format: undefined },
    { accept: 'text/html, */*', format: undefined },
    { accept: undefined, format: undefined },
  ])('is $format for Accept: $accept', ({ accept, format }) => {
    expect(requestedExport(accept, undefined, 'en', 'UTC')?.fileExtension).toBe(format);
  });

  it.each([
    { language: 'en' as const, separator: undefined, head: 'a,b' },
    { language: 'nl' as const, separator: undefined, head: 'a;b' },
    { language: 'nl' as const, separator: 'comma' as const, head: 'a,b' },
    { language: 'en' as const, separator: 'semicolon' as const, head: 'a;b' },
  ])('separates $head in $language with separator=$separator', async ({ language, separator, head }) => {
    const file = await requestedExport('text/csv', separator, language, 'UTC')?.open(['a', 'b'], 'Test');
    expect(Buffer.from((await file?.end()) ?? []).toString()).toBe(`\uFEFF${head}\r\n`);
  });
});
