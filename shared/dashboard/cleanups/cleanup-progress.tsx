import { useTexts } from '../messages/use-texts.ts';
import { type Progress, partDeleted } from './progress.ts';

/** How far a clean-up is; without a number while that is not known. */
export function CleanupProgress({ progress }: { readonly progress: Progress | undefined }) {
  const { t, format } = useTexts();
  const part = progress && partDeleted(progress);
  const isUndoing = progress?.cleanup.undoneAt !== undefined;
  return (
    <div className="cleanup-progress">
      <progress
        aria-label={isUndoing ? t.cleanups.states.undoing : t.cleanups.states.running}
        {...(part === undefined ? {} : { value: part })}
        max={1}
      />
      <div className="hint">{progressText(progress, isUndoing, t, format)}</div>
    </div>
  );
}

type Texts = ReturnType<typeof useTexts>;

function progressText(
  progress: Progress | undefined,
  isUndoing: boolean,
  t: Texts['t'],
  format: Texts['format'],
): string {
  if (isUndoing) return t.cleanups.states.undoing;
  if (!progress) return t.cleanups.states.running;
  const { deleted, total } = progress;
  return total === undefined
    ? t.cleanups.deletedSoFar(deleted, format)
    : t.cleanups.deletedOf(Math.min(deleted, total), total, format);
}
