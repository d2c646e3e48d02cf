import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from '../api/queries.ts';
import { useTexts } from '../messages/use-texts.ts';
import { lastHeard } from '../shell/cues.tsx';
import { Moment } from '../shell/moment.tsx';
import { FirstRun } from './first-run.tsx';

/** Nothing to do: since when, and when the last sign of life was. Where nothing was ever heard, how to begin. */
export function AllClear({ title }: { readonly title?: string }) {
  const { t, format, language } = useTexts();
  const { data } = useQuery(overviewQuery(language));
  if (!data) return null;
  if (data.open.errors === 0 && data.heardCount === 0) return <FirstRun />;
  const lastErrorAt = data.heard
    .flatMap((one) => one.lastErrorAt ?? [])
    .toSorted()
    .at(-1);
  const heard = lastHeard(data);
  const since = lastErrorAt ?? heard ?? data.at;
  return (
    <div className="empty">
      <h2>{title ?? t.empty.allClear(format.moment(since))}</h2>
      {heard && (
        <p>
          {t.cues.lastSign}: <Moment at={heard} />
        </p>
      )}
    </div>
  );
}
