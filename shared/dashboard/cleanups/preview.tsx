import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { hrefOf } from '../address/use-address.ts';
import type { ProblemList, StartedCleanup } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { problemName } from '../problems/problem-name.ts';

/** What would be deleted, and which open problems would lose errors. */
export function Preview({
  counted,
  isCurrent,
  isPossible,
  error,
  problems,
}: {
  readonly counted: StartedCleanup | undefined;
  readonly isCurrent: boolean;
  /** Whether there is anything to count. */
  readonly isPossible: boolean;
  readonly error: Error | null;
  readonly problems: ProblemList | undefined;
}) {
  const { t, format } = useTexts();
  const texts = t.cleanups.dialog;
  return (
    <div className="cleanup-preview">
      <div role="status">
        {isPossible && !isCurrent && !error && <p>{texts.counting}</p>}
        {counted && isCurrent && counted.deleted === 0 && <p>{texts.nothing}</p>}
        {counted && isCurrent && counted.deleted > 0 && counted.stillOpen === 0 && (
          <p>{texts.goes(counted.deleted, format)}</p>
        )}
        {counted && isCurrent && counted.stillOpen > 0 && (
          <MessageBar intent="warning" layout="multiline" politeness="polite">
            <MessageBarBody>{texts.goesOpen(counted.deleted, counted.stillOpen, format)}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {problems && isCurrent && problems.value.length > 0 && (
        <section aria-label={texts.openProblems}>
          <h3>{texts.openProblems}</h3>
          <ul>
            {problems.value.map((problem) => (
              <li key={problem.id}>
                <Link
                  inline
                  href={hrefOf({ view: 'problems', problem: problem.id })}
                  target="_blank"
                  rel="noopener noreferrer"
                >
                  {problemName(problem)}
                </Link>{' '}
                – {t.counts.errors(problem.count, format)}
              </li>
            ))}
            {problems.nextLink && <li>{texts.andMore}</li>}
          </ul>
        </section>
      )}
      {counted && isCurrent && counted.deleted > 0 && <p className="hint">{texts.undoable}</p>}
    </div>
  );
}
