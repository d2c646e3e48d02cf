import type { Formats } from './formats.ts';

/** A number with one of two texts, by the plural rules of the language. */
export function counted(count: number, format: Formats, one: string, other: string): string {
  return `${format.number(count)} ${format.plural(count) === 'one' ? one : other}`;
}
