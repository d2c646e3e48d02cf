import { Button } from '@fluentui/react-components';
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { deleteError, type ErrorList } from '../api/generated-client.ts';
import { useToasts } from '../decisions/toasts.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { ActionButton } from '../sign-in/action-button.tsx';
import { FailureBar } from '../states/failure-bar.tsx';
import { withoutError } from './loaded-errors.ts';

interface DeleteErrorProps {
  readonly error: { readonly id: string };
  readonly onDeleted: () => void;
}

/** Deletes one error, after a question in place: nothing brings it back. */
export function DeleteError({ error: { id }, onDeleted }: DeleteErrorProps) {
  const { t } = useTexts();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) cancel.current?.focus();
  }, [isAsking]);
  const deletion = useMutation({
    mutationFn: async () => {
      try {
        await call(deleteError(id));
      } catch (error) {
        // Somebody else was faster.
        if (!(error instanceof ApiFailure && error.status === 404)) throw error;
      }
    },
    onSuccess: () => {
      queryClient.setQueriesData<InfiniteData<ErrorList>>(
        { queryKey: ['errors'] },
        (data) => data && { ...data, pages: withoutError(data.pages, id) },
      );
      toasts.done(t.errors.removed);
      onDeleted();
      for (const name of ['overview', 'problems', 'problem', 'records'])
        void queryClient.invalidateQueries({ queryKey: [name] });
    },
  });
  if (!isAsking) {
    return (
      <div className="actions">
        <ActionButton needs="manage" onClick={() => setIsAsking(true)}>
          {t.errors.remove}
        </ActionButton>
      </div>
    );
  }
  return (
    <div
      role="group"
      aria-label={t.errors.removeQuestion}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        setIsAsking(false);
      }}
    >
      <p>{t.errors.removeQuestion}</p>
      {deletion.error && <FailureBar error={deletion.error} retry={() => deletion.mutate()} />}
      <div className="actions">
        <ActionButton
          needs="manage"
          appearance="primary"
          disabled={deletion.isPending}
          onClick={() => deletion.mutate()}
        >
          {t.errors.removeConfirm}
        </ActionButton>
        <Button ref={cancel} onClick={() => setIsAsking(false)}>
          {t.cancel}
        </Button>
      </div>
    </div>
  );
}
