import { useEffect, useState } from 'react';
import { focusRow } from './focus-row.ts';
import { focusBefore } from './last-focus.ts';

/** Gives the focus back to what had it before a dialog opened, else to the row that this was in, once the dialog is gone. */
export function useFocusReturn(): void {
  // At the first rendering the dialog has not taken it yet.
  const [opener] = useState(focusBefore);
  const [row] = useState(() => opener?.closest('[data-index], .panel'));
  useEffect(
    () => () => {
      // After the dialog has left the document.
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (!isLost) return;
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
        else focusRow(row);
      });
    },
    [opener, row],
  );
}
