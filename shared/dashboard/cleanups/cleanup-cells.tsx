import { Badge, type BadgeProps } from '@fluentui/react-components';
import { hrefOf, useAddress } from '../address/use-address.ts';
import type { Cleanup } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { following } from '../shell/following.ts';
import { Moment } from '../shell/moment.tsx';
import { useNow } from '../shell/use-now.ts';
import { ActionButton } from '../sign-in/action-button.tsx';
import { CleanupProgress } from './cleanup-progress.tsx';
import { cleanupTitle } from './cleanup-title.ts';
import { filterWords } from './filter-words.ts';
import type { Progress } from './progress.ts';
import { StoppedCleanup } from './stopped-cleanup.tsx';
import { useCleanups } from './use-cleanups.ts';

/** What was cleaned up, when and by whom. */
export function CleanupFacts({ cleanup }: { readonly cleanup: Cleanup }) {
  const { t, format } = useTexts();
  const { open } = useAddress();
  const { cutoff, filter, startedAt, by } = cleanup;
  const problems = filter?.problem ?? [];
  return (
    <>
      <strong>{cleanupTitle(cleanup, t, format)}</strong>
      {filter && <div>{filterWords(filter, t).join(' · ')}</div>}
      {problems.map((id) => (
        <div key={id}>
          <a
            href={hrefOf({ view: 'problems', problem: id })}
            onClick={following(() => open({ view: 'problems', problem: id }))}
          >
            {t.cleanups.ofProblem}
          </a>
        </div>
      ))}
      <div className="hint">{t.cleanups.upTo(format.moment(cutoff))}</div>
      <div className="hint">
        <Moment at={startedAt} /> {t.cleanups.by(by)}
      </div>
    </>
  );
}

/** How much was deleted, or how far it is. */
export function CleanupNumbers({
  cleanup,
  progress,
}: {
  readonly cleanup: Cleanup;
  readonly progress: Progress | undefined;
}) {
  const { t, format } = useTexts();
  if (!cleanup.done || progress?.isWorking) return <CleanupProgress progress={progress} />;
  return (
    <>
      {t.cleanups.deleted(cleanup.deleted, format)}
      {cleanup.stillOpen > 0 && <div className="hint">{t.cleanups.stillOpen(cleanup.stillOpen, format)}</div>}
    </>
  );
}

const looks: Readonly<Record<State, BadgeProps['color']>> = {
  done: 'success',
  undone: 'informative',
  running: 'brand',
  undoing: 'brand',
  stopped: 'warning',
};

/** How it stands, and what can be done about it. */
export function CleanupState({
  cleanup,
  progress,
}: {
  readonly cleanup: Cleanup;
  readonly progress: Progress | undefined;
}) {
  const { t, format } = useTexts();
  const { undo } = useCleanups();
  const now = useNow();
  const { undoneAt, undoUntil } = cleanup;
  const state = stateOf(cleanup, progress);
  const isUndoable = undoneAt === undefined && undoUntil !== undefined && Date.parse(undoUntil) > now;
  return (
    <div className="cleanup-state">
      <Badge appearance="tint" color={looks[state] ?? 'informative'}>
        {t.cleanups.states[state]}
      </Badge>
      {state === 'undone' && undoneAt && (
        <span className="hint">
          <Moment at={undoneAt} isExact />
        </span>
      )}
      {isUndoable && (
        <>
          <ActionButton
            needs="manage"
            size="small"
            disabledFocusable={progress?.isWorking ?? false}
            onClick={({ currentTarget }) => {
              // The button goes away.
              currentTarget.closest<HTMLElement>('[role="row"]')?.focus();
              void undo(cleanup);
            }}
          >
            {t.undo}
          </ActionButton>
          <span className="hint">{t.cleanups.undoUntil(format.moment(undoUntil))}</span>
        </>
      )}
      {progress?.isStalled && <StoppedCleanup cleanup={cleanup} />}
    </div>
  );
}

type State = 'done' | 'undone' | 'running' | 'undoing' | 'stopped';

function stateOf({ done, undoneAt }: Cleanup, progress: Progress | undefined): State {
  if (progress?.isStalled) return 'stopped';
  if (undoneAt === undefined) return done ? 'done' : 'running';
  return done ? 'undone' : 'undoing';
}
