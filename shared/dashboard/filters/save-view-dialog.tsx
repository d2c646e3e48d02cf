import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../messages/use-texts.ts';
import { useFocusReturn } from '../shell/use-focus-return.ts';

interface SaveViewDialogProps {
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for the name of a view. */
export function SaveViewDialog({ onSave, onClose }: SaveViewDialogProps) {
  const { t } = useTexts();
  useFocusReturn();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name !== '') onSave(name);
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={save}>
          <DialogBody>
            <DialogTitle>{t.savedViews.save}</DialogTitle>
            <DialogContent>
              <Field label={t.savedViews.name}>
                <Input value={typed} maxLength={80} onChange={(_, { value }) => setTyped(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={name === ''}>
                {t.save}
              </Button>
              <Button onClick={onClose}>{t.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
