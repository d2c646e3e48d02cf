import { Badge, Link } from '@fluentui/react-components';
import { hrefOf, useAddress } from '../address/use-address.ts';
import type { ErrorEntryDetail } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { RecordLinks } from '../problems/record-links.tsx';
import { CopyButton } from '../shell/copy-button.tsx';
import { following } from '../shell/following.ts';
import { DeleteError } from './delete-error.tsx';
import { ErrorDiagnosis } from './error-diagnosis.tsx';
import { ErrorFacts } from './error-facts.tsx';
import { ErrorStatus } from './error-status.tsx';

/** An error with its diagnosis, its records and what can be done with it. */
export function ErrorDetails({
  error,
  onDeleted,
}: {
  readonly error: ErrorEntryDetail;
  readonly onDeleted: () => void;
}) {
  const { t } = useTexts();
  const { open } = useAddress();
  const { id, problemId, diagnosis, callStack } = error;
  const toProblem = { view: 'problems', problem: problemId } as const;
  return (
    <>
      <div className="badges">
        <ErrorStatus status={error.status} />
        {diagnosis.certainty === 'likely' && (
          <Badge appearance="outline" color="informative">
            ? {t.badges.likely}
          </Badge>
        )}
        <span className="hint">{t.resolvers[diagnosis.resolver]}</span>
      </div>
      <blockquote className="error-text">{error.message}</blockquote>
      <div className="actions">
        <Link href={hrefOf(toProblem)} onClick={following(() => open(toProblem))}>
          {t.errors.toProblem}
        </Link>
        <CopyButton text={() => id}>{t.errors.copyId}</CopyButton>
        <CopyButton text={() => new URL(hrefOf({ view: 'errors', error: id }), location.href).toString()}>
          {t.copyLink}
        </CopyButton>
      </div>
      <ErrorDiagnosis diagnosis={diagnosis} />
      {(error.source || error.destination) && (
        <section aria-label={t.errors.columns.records}>
          <h3>{t.errors.columns.records}</h3>
          <RecordLinks {...error} />
        </section>
      )}
      <ErrorFacts error={error} />
      {callStack && (
        <details>
          <summary>{t.errors.callStack}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, by keys too. */}
          <pre className="call-stack" tabIndex={0}>
            <code>{callStack}</code>
          </pre>
        </details>
      )}
      <DeleteError error={error} onDeleted={onDeleted} />
    </>
  );
}
