import { hrefOf, useAddress } from '../address/use-address.ts';
import type { ProblemCheck } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { StatusMark } from '../settings-check/status-mark.tsx';
import { following } from '../shell/following.ts';

/** The settings checks that would confirm a problem, and how they stood last. */
export function CheckStates({ checks }: { readonly checks: readonly ProblemCheck[] }) {
  const { t } = useTexts();
  const { open } = useAddress();
  if (checks.length === 0) return null;
  return (
    <p className="checks">
      {t.problem.checks}:{' '}
      {checks.map(({ check, status }, index) => (
        <span key={check}>
          {index > 0 && ', '}
          <a
            href={hrefOf({ view: 'settings-check' })}
            onClick={following(() => open({ view: 'settings-check' }))}
          >
            {t.settingsCheck.checks[check]}
          </a>{' '}
          {status ? <StatusMark status={status} /> : `(${t.problem.notChecked})`}
        </span>
      ))}
    </p>
  );
}
