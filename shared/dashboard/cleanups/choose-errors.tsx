import { Button, DialogActions, DialogContent } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Filter } from '../address/filter.ts';
import { useTexts } from '../messages/use-texts.ts';
import { ActionButton } from '../sign-in/action-button.tsx';
import { FailureBar } from '../states/failure-bar.tsx';
import { ChoiceFields } from './choice-fields.tsx';
import { Preview } from './preview.tsx';
import { RunningCleanup } from './running-cleanup.tsx';
import { type Choice, refusedParts, requestOf } from './selection.ts';
import { useCleanups } from './use-cleanups.ts';
import { usePreview } from './use-preview.ts';

/** Days of a clean-up by age, as Business Central has them. */
const usualDays = '7';

/** Chooses errors, shows what would go, and deletes it. */
export function ChooseErrors({
  filter,
  problem,
  first,
  onBegun,
  onClose,
}: {
  readonly filter: Filter;
  readonly problem: string | undefined;
  readonly first: Choice;
  /** Gets the id of the clean-up. */
  readonly onBegun: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { t, format } = useTexts();
  const { begin, failed } = useCleanups();
  const [choice, setChoice] = useState<Choice>(problem === undefined ? first : 'filter');
  const [days, setDays] = useState(usualDays);
  const [isBeginning, setIsBeginning] = useState(false);
  const [fault, setFault] = useState<Error>();
  const cancel = useRef<HTMLButtonElement>(null);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  useEffect(() => {
    // What had the focus while it was tried is gone.
    if (fault) cancel.current?.focus();
  }, [fault]);
  const request = requestOf(choice, days, filter, problem);
  // Nothing is counted any more once it is being deleted.
  const preview = usePreview(isBeginning ? undefined : request);
  const { counted, isCurrent } = preview;
  // What failed was asked for another choice: it must not be tried again.
  const change = (set: () => void) => {
    setFault(undefined);
    set();
  };
  const remove = async () => {
    if (!request || !counted || !isCurrent) return;
    setIsBeginning(true);
    setFault(undefined);
    try {
      onBegun((await begin(request, counted.deleted)).id);
    } catch (error) {
      if (isGone.current || !(error instanceof Error)) return failed(error);
      setFault(error);
      setIsBeginning(false);
    }
  };
  if (isBeginning) return <RunningCleanup progress={undefined} onClose={onClose} />;
  return (
    <>
      <DialogContent className="stack">
        <ChoiceFields
          {...{ choice, days, filter }}
          onChoice={(chosen) => change(() => setChoice(chosen))}
          onDays={(typed) => change(() => setDays(typed))}
          refused={refusedParts(filter)}
          isOfProblem={problem !== undefined}
        />
        {fault && <FailureBar error={fault} retry={() => void remove()} />}
        {preview.error && <FailureBar error={preview.error} retry={preview.again} />}
        <Preview {...preview} isPossible={request !== undefined} />
      </DialogContent>
      <DialogActions>
        <ActionButton
          needs="manage"
          appearance="primary"
          disabledFocusable={!isCurrent || counted === undefined || counted.deleted === 0}
          onClick={() => void remove()}
        >
          {counted ? t.cleanups.dialog.delete(counted.deleted, format) : t.cleanups.dialog.deleteErrors}
        </ActionButton>
        <Button ref={cancel} onClick={onClose}>
          {t.cancel}
        </Button>
      </DialogActions>
    </>
  );
}
