import * as z from 'zod/mini';
import type { FailureDetail, SettingsSnapshot, ValidationRequest } from '../api/generated-client.ts';
import { jsonPlaces, lineOf, placeOf } from './json-places.ts';

/** A fault of a pasted text, and its place (UTF-16 units from 0). */
export interface SnapshotFault {
  readonly place: number;
  readonly line: number;
  readonly column: number;
  /** What the API says; absent where the text is no JSON. */
  readonly detail?: string;
  readonly pointer?: string;
}

// The API checks what is inside, and says what is wrong where.
const wholeBody = z.custom<ValidationRequest>(
  (value) => typeof value === 'object' && value !== null && 'snapshot' in value,
);
const snapshotOnly = z.custom<SettingsSnapshot>();

/** What to send for a pasted text: a snapshot, alone or as the body that has it inside. */
export function snapshotRequest(
  text: string,
):
  | { readonly body: ValidationRequest; readonly fault?: undefined }
  | { readonly body?: undefined; readonly fault: SnapshotFault } {
  const { fault } = jsonPlaces(text);
  if (fault !== undefined) return { fault: { place: fault, ...lineOf(text, fault) } };
  const value: unknown = JSON.parse(text);
  const whole = z.safeParse(wholeBody, value);
  return { body: whole.success ? whole.data : { snapshot: z.parse(snapshotOnly, value) } };
}

/** What the API refused, with its places in the pasted text. */
export function placedFaults(text: string, errors: readonly FailureDetail[]): SnapshotFault[] {
  const { places } = jsonPlaces(text);
  if (!places) return [];
  const isWhole = places.has('/snapshot');
  return errors.map(({ detail, pointer = '' }) => {
    const inText = isWhole ? pointer : pointer.replace(/^\/snapshot(?=\/|$)/, '');
    const place = placeOf(places, inText);
    return { place, ...lineOf(text, place), detail, pointer: inText };
  });
}
