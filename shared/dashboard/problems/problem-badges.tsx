import { Badge } from '@fluentui/react-components';
import type { Problem } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { dayMs } from '../shell/durations.ts';
import { useNow } from '../shell/use-now.ts';

/** What is special about a problem, in words and signs as well as colours. */
export function ProblemBadges({ problem }: { readonly problem: Problem | Omit<Problem, 'series'> }) {
  const { t, format } = useTexts();
  const now = useNow();
  const { status, firstSeenAt, givenUp, certainty, decision } = problem;
  const isNew = firstSeenAt !== undefined && now - Date.parse(firstSeenAt) < dayMs;
  const lost = givenUp.likely + givenUp.confirmed;
  const isDecided = status === 'resolved' || status === 'snoozed' || status === 'ignored';
  return (
    <div className="badges">
      {isDecided && (
        <Badge appearance="tint" color={status === 'resolved' ? 'success' : 'informative'}>
          {status === 'resolved' ? '✓ ' : ''}
          {status === 'snoozed' && decision?.until
            ? t.statusUntil(t.statuses.snoozed, format.moment(decision.until))
            : t.statuses[status]}
          {decision?.by && decision.status === status ? ` · ${decision.by}` : ''}
        </Badge>
      )}
      {status === 'regressed' && (
        <Badge appearance="tint" color="danger">
          ↻ {t.statuses.regressed}
        </Badge>
      )}
      {isNew && (
        <Badge appearance="tint" color="brand">
          ★ {t.badges.new}
        </Badge>
      )}
      {lost > 0 && (
        <Badge appearance="tint" color="warning">
          ⊘ {t.badges.givenUp(lost, format)}
        </Badge>
      )}
      {certainty === 'likely' && (
        <Badge appearance="outline" color="informative">
          ? {t.badges.likely}
        </Badge>
      )}
      {decision?.note && <span className="note">“{decision.note}”</span>}
    </div>
  );
}
