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
import { useState } from 'react';
import { useTexts } from '../messages/use-texts.ts';
import { useFocusReturn } from '../shell/use-focus-return.ts';
import { localInputValue, snoozeChoices } from './snooze-choices.ts';

interface SnoozeDialogProps {
  readonly onSnooze: (until: string) => void;
  readonly onClose: () => void;
}

/** Asks until when. */
export default function SnoozeDialog({ onSnooze, onClose }: SnoozeDialogProps) {
  const { t, format } = useTexts();
  useFocusReturn();
  const [value, setValue] = useState(() => localInputValue(snoozeChoices(new Date()).tomorrow));
  const until = new Date(value);
  const isLater = until.getTime() > Date.now();
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.decisions.snooze}</DialogTitle>
          <DialogContent>
            <Field
              label={t.decisions.until(format.zone())}
              {...(isLater ? {} : { validationMessage: t.decisions.mustBeLater })}
            >
              <Input type="datetime-local" value={value} onChange={(_, data) => setValue(data.value)} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabled={!isLater} onClick={() => onSnooze(until.toISOString())}>
              {t.decisions.snooze}
            </Button>
            <Button onClick={onClose}>{t.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
