import type { ProblemDetail, Validation } from '../api/generated-client.ts';
import type { Messages } from '../messages/en.ts';
import type { Formats } from '../messages/formats.ts';
import { problemBundle } from './problem-text.ts';

const maxEntries = 5;
const emailAddress = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;

/** What support needs to know of a problem. Never keys; names of people and records only where asked for. */
export interface SupportBundleData {
  readonly version: string;
  readonly at: string;
  readonly problem: object;
  readonly entries: readonly { readonly occurredAt: string; readonly id: string; readonly message: string }[];
  readonly days: Readonly<Record<string, number>>;
  readonly validation: { readonly at: string; readonly findings: readonly string[] } | undefined;
}

/** The bundle of a problem as data. */
export function supportBundle(
  problem: ProblemDetail,
  validation: Validation | undefined,
  { version, masked, now }: { version: string; masked: string | undefined; now: Date },
): SupportBundleData {
  const names = masked === undefined ? [] : namesIn(problem);
  const mask = (text: string) =>
    masked === undefined
      ? text
      : names.reduce((rest, name) => rest.replaceAll(name, masked), text).replace(emailAddress, masked);
  const { id, cause, key, resolver, certainty, title, status, count, firstSeenAt, lastSeenAt } = problem;
  const { places, records, impact, givenUp } = problem;
  const days: Record<string, number> = {};
  for (const { at, count: errors } of problem.series ?? []) {
    const day = at.slice(0, 10);
    days[day] = (days[day] ?? 0) + errors;
  }
  return {
    version,
    at: now.toISOString(),
    problem: {
      ...{ id, cause, key: key && mask(key), resolver, certainty, title: mask(title), status, count },
      ...{ firstSeenAt, lastSeenAt, places, records, impact, givenUp },
    },
    entries: problem.samples.slice(0, maxEntries).map(({ occurredAt, id: entry, message }) => ({
      occurredAt,
      id: entry,
      message: mask(message),
    })),
    days,
    validation: validation && {
      at: validation.at,
      findings: validation.findings.map(({ check, status: found }) => `${check}: ${found}`),
    },
  };
}

/** The bundle as Markdown. */
export function supportMarkdown(
  problem: ProblemDetail,
  bundle: SupportBundleData,
  t: Messages,
  format: Formats,
): string {
  return [
    problemBundle(problem, t, format),
    `### ${t.problem.samples}`,
    '',
    ...bundle.entries.flatMap(({ occurredAt, id, message }) => [
      `- ${occurredAt} \`${id}\``,
      `  > ${message}`,
    ]),
    '',
    `### ${t.bundle.perDay}`,
    '',
    ...Object.entries(bundle.days).map(([day, count]) => `- ${day}: ${format.number(count)}`),
    '',
    ...(bundle.validation
      ? [
          `### ${t.bundle.lastValidation} (${bundle.validation.at})`,
          '',
          ...bundle.validation.findings.map((one) => `- ${one}`),
          '',
        ]
      : []),
    `${t.bundle.version} ${bundle.version}, ${bundle.at}`,
    '',
  ].join('\n');
}

/** What the records of the newest errors are called, longest first, so that no part of a name is left. */
function namesIn({ samples }: ProblemDetail): string[] {
  const names = samples.flatMap(({ source, destination }) =>
    [source, destination].flatMap((side) =>
      [side?.name, side?.recordId].filter((name) => name !== undefined),
    ),
  );
  return [...new Set(names)]
    .filter((name) => name.length > 1)
    .toSorted((one, other) => other.length - one.length);
}
