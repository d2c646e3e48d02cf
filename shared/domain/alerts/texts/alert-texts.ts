/** What messages say, in one language. `count` is written as a number. */
export interface AlertTexts {
  problemOpened(title: string): string;
  problemRegressed(title: string): string;
  problemSurge(title: string, count: number): string;
  problemSurgeOver(title: string): string;
  givenUp(title: string, count: number): string;
  givenUpOver(title: string): string;
  silence(company: string): string;
  silenceOver(company: string): string;
  settingsRed(check: string): string;
  settingsGreen(check: string): string;
  cleanupLarge(count: number): string;
  cleanupLargeOver(count: number): string;
  summary(count: number): string;
  digest(count: number): string;
  held(until: string): string;
  readonly test: string;
  /** So many events that are not named. */
  more(count: number): string;
  /** Names of facts. */
  readonly environment: string;
  readonly company: string;
  readonly mapping: string;
  readonly key: string;
  readonly errors: string;
  readonly records: string;
  readonly since: string;
  readonly message: string;
  /** What the button says. */
  readonly open: string;
}
