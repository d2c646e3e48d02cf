import type { ErrorEntryDetail } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { Moment } from '../shell/moment.tsx';

/** Where and when an error happened, and its ids. */
export function ErrorFacts({ error }: { readonly error: ErrorEntryDetail }) {
  const { t } = useTexts();
  const { facts, jobTypes } = t.errors;
  const pairs = [
    [facts.company, error.company],
    [facts.environment, error.environment],
    [facts.mapping, error.mapping],
    [facts.direction, error.direction && t.directions[error.direction]],
    [facts.occurredAt, <Moment key="occurred" at={error.occurredAt} isExact />],
    [facts.receivedAt, <Moment key="received" at={error.receivedAt} isExact />],
    [facts.jobType, error.jobType && jobTypes[error.jobType]],
    [facts.jobId, error.jobId],
    [facts.errorId, error.errorId],
    [facts.language, error.language],
    [facts.id, error.id],
  ] as const;
  return (
    <section aria-label={t.errors.details}>
      <h3>{t.errors.details}</h3>
      <dl className="error-facts">
        {pairs.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
