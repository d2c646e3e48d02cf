import { useIsMutating, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { type Validation, validateSettings } from '../api/generated-client.ts';
import { validationQuery } from '../api/queries.ts';
import { useToasts } from '../decisions/toasts.tsx';
import { useTexts } from '../messages/use-texts.ts';

const runKey = ['validate-settings'];

/** Runs the live checks; a run goes on while the view is left, and is found again on return. */
export function useRunNow(onDone: () => void) {
  const keep = useKeepValidation();
  const { mutate } = useMutation({
    mutationKey: runKey,
    mutationFn: async () => (await call(validateSettings({}))).data,
    onSuccess: keep,
  });
  const isRunning = useIsMutating({ mutationKey: runKey }) > 0;
  const errors = useMutationState({
    filters: { mutationKey: runKey },
    select: ({ state }) => state.error,
  });
  return {
    run: () => mutate(undefined, { onSuccess: onDone }),
    isRunning,
    /** Why the last run failed. */
    error: isRunning ? null : (errors.at(-1) ?? null),
  };
}

/** Shows a new validation wherever the last one was shown. */
export function useKeepValidation() {
  const { t, language } = useTexts();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  return async (validation: Validation) => {
    queryClient.setQueryData(validationQuery(language, validation.source).queryKey, validation);
    toasts.done(t.settingsCheck.done(t.checkStatuses[validation.verdict]));
    // Problems say how the checks stand that confirm them.
    await queryClient.invalidateQueries({
      predicate: ({ queryKey: [name] }) => name === 'overview' || name === 'problem' || name === 'problems',
    });
  };
}
