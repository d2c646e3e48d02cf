import { Link } from '@fluentui/react-components';
import { useId } from 'react';
import { hrefOf, useAddress } from '../address/use-address.ts';
import type { Finding } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { following } from '../shell/following.ts';
import { StatusMark } from './status-mark.tsx';

/** What one check found, and what to do about it. */
export function FindingCard({ finding }: { readonly finding: Finding }) {
  const { t, format } = useTexts();
  const { open } = useAddress();
  const titleId = useId();
  const texts = t.settingsCheck;
  const { check, status, reason, subject, company, seen, remedy, documentation, causes, explains } = finding;
  const toProblems = { view: 'problems', filter: { status: ['open', 'regressed'], cause: causes } } as const;
  return (
    <article className="finding" aria-labelledby={titleId}>
      <div className="finding-head">
        <h3 id={titleId}>{texts.checks[check]}</h3>
        <StatusMark status={status} />
      </div>
      <p className="hint">
        <code>{check}</code>
        {subject && ` · ${texts.subject}: ${subject}`}
        {company && ` · ${texts.company}: ${company}`}
        {reason && ` · ${texts.reasons[reason]}`}
      </p>
      <p>{seen}</p>
      {remedy && (
        <p>
          <strong>{texts.remedy}:</strong> {remedy}
        </p>
      )}
      <p className="finding-links">
        <Link inline href={documentation} target="_blank" rel="noopener noreferrer">
          {texts.documentation}
        </Link>
        {explains > 0 && (
          <Link inline href={hrefOf(toProblems)} onClick={following(() => open(toProblems))}>
            {texts.explains(explains, format)}
          </Link>
        )}
      </p>
    </article>
  );
}
