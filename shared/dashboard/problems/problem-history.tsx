import { Button } from '@fluentui/react-components';
import type { DecisionStep } from '../api/generated-client.ts';
import { useDecisions } from '../decisions/decisions-provider.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { dayMs } from '../shell/durations.ts';
import { focusRow } from '../shell/focus-row.ts';
import { Moment } from '../shell/moment.tsx';
import { useNow } from '../shell/use-now.ts';
import { useCaller } from '../sign-in/use-caller.ts';

/** What was decided so far; a decision can be taken back for a day. */
export function ProblemHistory({ history }: { readonly history: readonly DecisionStep[] }) {
  const { t, format } = useTexts();
  const { undo } = useDecisions();
  const { reasonAgainst } = useCaller();
  const now = useNow();
  if (history.length === 0) return null;
  return (
    <section aria-label={t.problem.history}>
      <h3>{t.problem.history}</h3>
      <ul className="plain">
        {history.map(({ at, by, status, until, note, decision, undoneAt }) => (
          <li key={`${at} ${status}`}>
            <Moment at={at} isExact /> · {by} ·{' '}
            {until ? t.statusUntil(t.statuses[status], format.moment(until)) : t.statuses[status]}
            {note && ` · “${note}”`}
            {undoneAt && ` · ${t.decisions.takenBackAt(format.moment(undoneAt))}`}
            {decision && !undoneAt && now - Date.parse(at) < dayMs && !reasonAgainst('manage') && (
              <>
                {' '}
                <Button
                  size="small"
                  onClick={({ currentTarget }) => {
                    // The button goes away.
                    focusRow(currentTarget);
                    void undo([decision]);
                  }}
                >
                  {t.undo}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
