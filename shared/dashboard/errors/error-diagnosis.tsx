import { Link } from '@fluentui/react-components';
import { hrefOf, useAddress } from '../address/use-address.ts';
import type { Diagnosis } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { checkName } from '../settings-check/check-name.ts';
import { following } from '../shell/following.ts';

/** What is behind an error, how that was recognized, and what to do. */
export function ErrorDiagnosis({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { t, format } = useTexts();
  const { open } = useAddress();
  const { explanation, steps, documentation, checks, evidence, template } = diagnosis;
  return (
    <section aria-label={diagnosis.title}>
      <p>{explanation}</p>
      <h3>{t.problem.steps}</h3>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <Link href={documentation} target="_blank" rel="noopener noreferrer">
          {t.problem.documentation}
        </Link>
      </p>
      {checks.length > 0 && (
        <p>
          {t.errors.checks}:{' '}
          <Link
            href={hrefOf({ view: 'settings-check' })}
            onClick={following(() => open({ view: 'settings-check' }))}
          >
            {format.list(checks.map((check) => checkName(check, t)))}
          </Link>
        </p>
      )}
      {template ? (
        <p className="hint">
          {t.errors.template}: <q>{template}</q>
        </p>
      ) : (
        evidence && (
          <p className="hint">
            {t.errors.evidence}: <q>{evidence}</q>
          </p>
        )
      )}
    </section>
  );
}
