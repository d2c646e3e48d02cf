import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useTexts } from '../messages/use-texts.ts';
import { useDecisions } from './decisions-provider.tsx';

/** Somebody else decided on the problem in the meantime: shows theirs, and offers ours again. */
export function ConflictBar() {
  const { t, format } = useTexts();
  const { conflict, dismissConflict, decide } = useDecisions();
  if (!conflict) return null;
  const { now, decision } = conflict;
  const by = now.decision?.by ?? t.decisions.somebody;
  const at = format.moment(now.decision?.at ?? Date.now());
  return (
    <div role="alert" className="conflict">
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          {t.decisions.conflict(now.title, by, t.statuses[now.status], at)}
          {now.decision?.note ? ` “${now.decision.note}”` : ''}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => void decide([now], decision)}>{t.decisions.again[decision.status]}</Button>
          <Button onClick={dismissConflict}>{t.decisions.keepTheirs}</Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
