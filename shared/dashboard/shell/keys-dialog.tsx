import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Switch,
} from '@fluentui/react-components';
import { useState } from 'react';
import { keepSingleKeys, singleKeysAreOn } from '../list/single-keys.ts';
import { useTexts } from '../messages/use-texts.ts';
import { useFocusReturn } from './use-focus-return.ts';

/** The keys of the page, and the switch for those of a single letter. */
export default function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  useFocusReturn();
  const [isOn, setIsOn] = useState(singleKeysAreOn);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.shortcuts.title}</DialogTitle>
          <DialogContent className="stack">
            <p>{t.shortcuts.where}</p>
            <table className="keys">
              <tbody>
                {t.shortcuts.keys.map(([keys, what]) => (
                  <tr key={keys}>
                    <th scope="row">
                      <kbd>{keys}</kbd>
                    </th>
                    <td>{what}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Switch
              checked={isOn}
              label={t.shortcuts.singleKeys}
              onChange={(_, { checked }) => {
                keepSingleKeys(checked);
                setIsOn(checked);
              }}
            />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
