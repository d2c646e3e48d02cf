import type { AddressChange } from '../address/use-address.ts';
import { hrefOf, useAddress } from '../address/use-address.ts';
import type { Overview, Resolver } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { dayMs } from './durations.ts';
import { following } from './following.ts';
import { useNow } from './use-now.ts';

interface Cue {
  readonly label: string;
  readonly value: string;
  readonly to: AddressChange;
}

/** Numbers on top, each a link to what it counts. */
export function Cues({ overview }: { readonly overview: Overview | undefined }) {
  const { t, format } = useTexts();
  const { open } = useAddress();
  const now = useNow();
  if (!overview) return <div className="cues cues-empty" aria-hidden="true" />;
  const { open: counts, byResolver } = overview;
  const problemsOf = (resolver: Resolver) =>
    byResolver.find((one) => one.resolver === resolver)?.problems ?? 0;
  const heard = lastHeard(overview);
  const openOnly = { status: ['open', 'regressed'] } as const;
  const toProblems = (filter: AddressChange['filter']): AddressChange => ({
    view: 'problems',
    filter: { ...filter },
  });
  const since = new Date(Date.parse(overview.at) - dayMs).toISOString();
  const cues: readonly Cue[] = [
    { label: t.cues.open, value: format.number(counts.problems), to: toProblems(openOnly) },
    {
      label: t.cues.new,
      value: format.number(counts.new),
      to: toProblems({ ...openOnly, firstSeenSince: since }),
    },
    {
      label: t.cues.regressed,
      value: format.number(counts.regressed),
      to: toProblems({ status: ['regressed'] }),
    },
    {
      label: t.cues.administrators,
      value: format.number(problemsOf('administrator')),
      to: toProblems({ ...openOnly, resolver: ['administrator'] }),
    },
    {
      label: t.cues.recordUsers,
      value: format.number(problemsOf('record-user')),
      to: toProblems({ ...openOnly, resolver: ['record-user'] }),
    },
    {
      label: t.cues.givenUp,
      value: format.number(counts.givenUp),
      to: toProblems({ ...openOnly, givenUp: ['likely', 'confirmed'] }),
    },
  ];
  return (
    <div className="cues">
      {cues.map(({ label, value, to }) => (
        <a key={label} className="cue" href={hrefOf(to)} onClick={following(() => open(to))}>
          <span className="cue-value">{value}</span>
          <span className="cue-label">{label}</span>
        </a>
      ))}
      <div className="cue cue-text">
        <span className="cue-value">{heard ? format.ago(heard, now) : '–'}</span>
        <span className="cue-label">{t.cues.lastSign}</span>
        {overview.heard.some(({ quiet }) => quiet) && (
          <span className="cue-warning">
            {t.cues.quiet(
              format.list(overview.heard.filter(({ quiet }) => quiet).map(({ company }) => company)),
            )}
          </span>
        )}
      </div>
    </div>
  );
}

/** When any company was last heard. */
export function lastHeard({ heard }: Overview): string | undefined {
  return heard
    .flatMap(({ lastErrorAt, lastHeartbeatAt }) => [lastErrorAt, lastHeartbeatAt])
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);
}
