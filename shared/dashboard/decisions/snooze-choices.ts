import { hourMs } from '../shell/durations.ts';

/** Ends of a snooze that people choose most, as local times. */
export function snoozeChoices(now: Date): {
  readonly hour: Date;
  readonly tomorrow: Date;
  readonly week: Date;
} {
  return {
    hour: new Date(now.getTime() + hourMs),
    tomorrow: morning(now, 1),
    week: morning(now, 7),
  };
}

/** Eight in the morning, some days later. */
function morning(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 8);
}

/** A time as `datetime-local` inputs write it. */
export function localInputValue(time: Date): string {
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
