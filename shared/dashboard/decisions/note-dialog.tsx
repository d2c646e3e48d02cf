import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTexts } from '../messages/use-texts.ts';
import { useFocusReturn } from '../shell/use-focus-return.ts';
import type { SeenProblem } from './decide.ts';
import { useDecisions } from './decisions-provider.tsx';

/** Units that a note may have. */
const noteLimit = 2000;

/** Writes a note on a problem. */
export default function NoteDialog({
  problem,
  note: first,
  onClose,
}: {
  readonly problem: SeenProblem;
  readonly note: string;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  useFocusReturn();
  const { note: write } = useDecisions();
  const [note, setNote] = useState(first);
  const save = async () => {
    if (await write(problem, note)) onClose();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.decisions.note}</DialogTitle>
          <DialogContent>
            <Field label={problem.title}>
              <Textarea
                value={note}
                maxLength={noteLimit}
                rows={6}
                onChange={(_, { value }) => setNote(value)}
              />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => void save()}>
              {t.save}
            </Button>
            <Button onClick={onClose}>{t.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
