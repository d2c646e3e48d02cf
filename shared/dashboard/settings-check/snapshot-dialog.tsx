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
import { useRef, useState } from 'react';
import { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { validateSettings } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { useFocusReturn } from '../shell/use-focus-return.ts';
import { ActionButton } from '../sign-in/action-button.tsx';
import { FailureBar } from '../states/failure-bar.tsx';
import { readExample } from './read-example.ts';
import { SnapshotFaults } from './snapshot-faults.tsx';
import { placedFaults, type SnapshotFault, snapshotRequest } from './snapshot-text.ts';
import { useKeepValidation } from './use-validate.ts';

/** Judges a pasted snapshot of settings. */
export function SnapshotDialog({
  onChecked,
  onClose,
}: {
  readonly onChecked: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const texts = t.settingsCheck.snapshot;
  const keep = useKeepValidation();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const [refused, setRefused] = useState<readonly SnapshotFault[]>([]);
  const [failure, setFailure] = useState<Error>();
  const [isChecking, setIsChecking] = useState(false);
  useFocusReturn();

  const change = (changed: string) => {
    setText(changed);
    setFault(undefined);
    setRefused([]);
    setFailure(undefined);
  };
  const show = (place: number) => {
    const element = area.current;
    if (!element) return;
    element.focus();
    const end = element.value.indexOf('\n', place);
    element.setSelectionRange(place, end < 0 ? element.value.length : end);
    const line = element.value.slice(0, place).split('\n').length;
    const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight) || 20;
    element.scrollTop = Math.max(0, (line - 3) * lineHeight);
  };
  const check = async () => {
    if (isChecking) return;
    change(text);
    if (text.trim() === '') {
      setFault(texts.empty);
      return area.current?.focus();
    }
    const request = snapshotRequest(text);
    if (request.fault) {
      setFault(texts.notJson(request.fault.line, request.fault.column));
      return show(request.fault.place);
    }
    setIsChecking(true);
    try {
      const { data } = await call(validateSettings(request.body));
      await keep(data);
      onChecked();
      onClose();
    } catch (error) {
      const faults =
        error instanceof ApiFailure && error.status === 400 ? placedFaults(text, error.errors) : [];
      setRefused(faults);
      if (faults.length === 0) setFailure(error instanceof Error ? error : new ApiFailure(0));
      setIsChecking(false);
    }
  };
  const fillIn = async () => {
    try {
      change(await readExample());
    } catch (error) {
      setFailure(error instanceof Error ? error : new ApiFailure(0));
    }
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="snapshot-dialog">
        <DialogBody>
          <DialogTitle>{texts.title}</DialogTitle>
          <DialogContent className="stack">
            <p>{texts.explanation}</p>
            <Field label={texts.label} {...(fault ? { validationMessage: fault } : {})}>
              <Textarea
                value={text}
                rows={12}
                spellCheck={false}
                textarea={{ ref: area, className: 'snapshot-text' }}
                onChange={(_, { value }) => change(value)}
              />
            </Field>
            <SnapshotFaults faults={refused} onShow={show} />
            {failure && <FailureBar error={failure} retry={() => void check()} />}
            <div role="status">{isChecking && <p>{texts.checking}</p>}</div>
          </DialogContent>
          <DialogActions fluid>
            <ActionButton
              needs="validate"
              appearance="primary"
              disabledFocusable={isChecking}
              onClick={() => void check()}
            >
              {texts.check}
            </ActionButton>
            <Button onClick={() => void fillIn()}>{texts.example}</Button>
            <Button onClick={onClose}>{t.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
