import { useEffect, useState } from 'react';

/** Gives the focus back to what had it before a dialog opened, once the dialog is gone. */
export function useFocusReturn(): void {
  // At the first rendering the dialog has not taken it yet.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the dialog has left the document.
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
      });
    },
    [opener],
  );
}
