import { hrefOf, useAddress } from '../address/use-address.ts';
import type { ErrorEntry } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { following } from '../shell/following.ts';
import { Moment } from '../shell/moment.tsx';
import { RecordLinks } from './record-links.tsx';

/** The newest errors of a problem. */
export function SampleEntries({ entries }: { readonly entries: readonly ErrorEntry[] }) {
  const { t } = useTexts();
  const { open } = useAddress();
  if (entries.length === 0) return null;
  return (
    <section aria-label={t.problem.samples}>
      <h3>{t.problem.samples}</h3>
      <ul className="plain samples">
        {entries.map((entry) => (
          <li key={entry.id}>
            <a
              href={hrefOf({ view: 'errors', error: entry.id })}
              onClick={following(() => open({ view: 'errors', error: entry.id }))}
            >
              <Moment at={entry.occurredAt} isExact />
            </a>
            <p className="message">{entry.message}</p>
            <RecordLinks {...entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}
