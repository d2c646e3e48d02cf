import { Button, DialogActions, DialogContent } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useTexts } from '../messages/use-texts.ts';
import { CleanupProgress } from './cleanup-progress.tsx';
import type { Progress } from './progress.ts';
import { StoppedCleanup } from './stopped-cleanup.tsx';

/** The dialog while its clean-up runs. */
export function RunningCleanup({
  progress,
  onClose,
}: {
  /** Unknown until the API has answered. */
  readonly progress: Progress | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const close = useRef<HTMLButtonElement>(null);
  const isStalled = progress?.isStalled ?? false;
  // The button that had the focus may be gone: keys would lead nowhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: this is when buttons come and go.
  useEffect(() => {
    if (document.activeElement === document.body) close.current?.focus();
  }, [isStalled]);
  return (
    <>
      <DialogContent className="stack">
        <CleanupProgress progress={progress} />
        {progress && isStalled ? (
          <StoppedCleanup cleanup={progress.cleanup} />
        ) : (
          <p>{t.cleanups.dialog.leave}</p>
        )}
      </DialogContent>
      <DialogActions>
        <Button ref={close} onClick={onClose}>
          {t.close}
        </Button>
      </DialogActions>
    </>
  );
}
