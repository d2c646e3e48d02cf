import { Dialog, DialogBody, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Filter } from '../address/filter.ts';
import { useTexts } from '../messages/use-texts.ts';
import { useFocusReturn } from '../shell/use-focus-return.ts';
import { ChooseErrors } from './choose-errors.tsx';
import { RunningCleanup } from './running-cleanup.tsx';
import type { Choice } from './selection.ts';
import { useCleanupRuns } from './use-cleanups.ts';

/** Starts a clean-up, after a preview, and shows how far it is. Closing the dialog does not stop it. */
export default function CleanupDialog({
  filter,
  problem,
  first = 'age',
  onClose,
}: {
  /** What the list shows. */
  readonly filter: Filter;
  /** Only errors of this problem. */
  readonly problem: string | undefined;
  /** What is chosen when it opens. */
  readonly first?: Choice;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const [begun, setBegun] = useState<string>();
  const runs = useCleanupRuns();
  const progress = begun === undefined ? undefined : runs.get(begun);
  useFocusReturn();
  const isDone = begun !== undefined && (progress === undefined || progress.cleanup.done);
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {problem === undefined ? t.cleanups.dialog.title : t.cleanups.dialog.ofProblem}
          </DialogTitle>
          {progress ? (
            <RunningCleanup progress={progress} onClose={onClose} />
          ) : (
            <ChooseErrors {...{ filter, problem, first }} onBegun={setBegun} onClose={onClose} />
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
