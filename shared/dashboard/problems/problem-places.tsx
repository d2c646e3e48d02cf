import type { Place } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { Moment } from '../shell/moment.tsx';

const maxShown = 50;

/** Where a problem occurs. */
export function ProblemPlaces({ places }: { readonly places: readonly Place[] }) {
  const { t, format } = useTexts();
  return (
    <section aria-label={t.problem.places}>
      <h3>{t.problem.places}</h3>
      <ul className="plain">
        {places.slice(0, maxShown).map(({ company, mapping, direction, count, lastSeenAt }) => (
          <li key={`${company} ${mapping ?? ''} ${direction ?? ''}`}>
            {[company, mapping, direction && t.directions[direction]].filter(Boolean).join(' · ')}
            {': '}
            {t.counts.errors(count, format)}, <Moment at={lastSeenAt} />
          </li>
        ))}
      </ul>
      {places.length > maxShown && <p>{t.soManyMore(places.length - maxShown, format)}</p>}
    </section>
  );
}
