import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { Cleanup } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { ActionButton } from '../sign-in/action-button.tsx';
import { useCleanups } from './use-cleanups.ts';

/** A clean-up that stopped before it was done, and how to go on. */
export function StoppedCleanup({ cleanup }: { readonly cleanup: Cleanup }) {
  const { t } = useTexts();
  const { proceed } = useCleanups();
  return (
    <div role="status">
      <MessageBar intent="warning" layout="multiline" politeness="polite">
        <MessageBarBody>{t.cleanups.stopped}</MessageBarBody>
        <MessageBarActions>
          <ActionButton
            needs="manage"
            onClick={({ currentTarget }) => {
              // The button goes away.
              currentTarget.closest<HTMLElement>('[role="row"]')?.focus();
              void proceed(cleanup);
            }}
          >
            {t.cleanups.proceed}
          </ActionButton>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
