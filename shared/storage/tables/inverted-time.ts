import { latestUlidTime } from '../../domain/reports/ulid.ts';

/** Characters of an inverted time. */
export const invertedWidth = String(latestUlidTime).length;

/** A moment (ms since 1970) as a part of a row key, so that later moments sort first. */
export function inverted(time: number): string {
  return String(latestUlidTime - Math.min(Math.max(time, 0), latestUlidTime)).padStart(invertedWidth, '0');
}

/** The moment (ms since 1970) that {@link inverted} wrote. */
export function uninverted(text: string): number {
  return latestUlidTime - Number(text);
}
