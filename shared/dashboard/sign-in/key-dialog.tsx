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
  MessageBar,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { whoAmI } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { useFocusReturn } from '../shell/use-focus-return.ts';

/** Asks for a host key and tries it before it is kept. */
export default function KeyDialog({ onKey, onClose }: { onKey: (key: string) => void; onClose: () => void }) {
  const { t } = useTexts();
  useFocusReturn();
  const [key, setKey] = useState('');
  const [isTrying, setIsTrying] = useState(false);
  const [fault, setFault] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = key.trim();
    if (given === '') return setFault(t.keys.empty);
    // Other characters cannot be in a header.
    if (!/^[\x21-\x7e]+$/.test(given)) return setFault(t.keys.refused);
    setIsTrying(true);
    try {
      await call(whoAmI({ headers: { 'x-functions-key': given } }));
      onKey(given);
    } catch (error) {
      const isRefused = error instanceof ApiFailure && error.status === 401;
      setFault(isRefused ? t.keys.refused : t.failure.noAnswer);
      setIsTrying(false);
    }
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{t.keys.title}</DialogTitle>
            <DialogContent className="stack">
              <p>{t.keys.explanation}</p>
              <MessageBar intent="warning" layout="multiline" politeness="polite">
                {t.keys.warning}
              </MessageBar>
              <Field label={t.keys.label} {...(fault ? { validationMessage: fault } : {})}>
                <Input
                  type="password"
                  autoComplete="off"
                  value={key}
                  onChange={(_, { value }) => {
                    setKey(value);
                    setFault(undefined);
                  }}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={isTrying}>
                {t.keys.use}
              </Button>
              <Button onClick={onClose}>{t.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
