import { lazy, Suspense, useEffect, useState } from 'react';

const KeysDialog = lazy(() => import('./keys-dialog.tsx'));

const showEvent = 'error-desk-show-keys';

/** Opens the list of keys. */
export function showKeys(): void {
  dispatchEvent(new Event(showEvent));
}

/** The list of keys, where somebody asked for it. */
export function KeysHelp() {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const show = () => setIsOpen(true);
    addEventListener(showEvent, show);
    return () => removeEventListener(showEvent, show);
  }, []);
  return (
    isOpen && (
      <Suspense>
        <KeysDialog onClose={() => setIsOpen(false)} />
      </Suspense>
    )
  );
}
