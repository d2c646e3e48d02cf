import { lazy, Suspense, useState } from 'react';
import type { ProblemDetail } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { ActionButton } from '../sign-in/action-button.tsx';

const CleanupDialog = lazy(() => import('../cleanups/cleanup-dialog.tsx'));

/** Deletes the errors of a problem, with a preview first. */
export function DeleteProblemErrors({ problem }: { readonly problem: ProblemDetail }) {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <ActionButton needs="manage" onClick={() => setIsOpen(true)}>
        {t.problem.deleteErrors}
      </ActionButton>
      {isOpen && (
        <Suspense>
          <CleanupDialog filter={{}} problem={problem.id} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
