import { useState } from 'react';
import { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { type AlertTrial as Trial, testAlert } from '../api/generated-client.ts';
import { useToasts } from '../decisions/toasts.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { ActionButton } from '../sign-in/action-button.tsx';
import { failureTitle } from '../states/failure-title.ts';

/** Sends a trial to each channel, and tells what came back. */
export function AlertTrial() {
  const { t, format } = useTexts();
  const toasts = useToasts();
  const [isSending, setIsSending] = useState(false);
  const [trials, setTrials] = useState<readonly Trial[]>();
  const send = async () => {
    setIsSending(true);
    try {
      setTrials((await call(testAlert())).data.value);
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : undefined;
      toasts.failed(failureTitle(error, t), failure?.detail);
    }
    setIsSending(false);
  };
  return (
    <section aria-label={t.alerts.trial}>
      <ActionButton needs="manage" disabled={isSending} onClick={() => void send()}>
        {t.alerts.trial}
      </ActionButton>
      <ul className="plain" role="status">
        {trials?.length === 0 && <li>{t.alerts.noChannel}</li>}
        {trials?.map(({ channel, outcome, status, reason }) => (
          <li key={channel}>
            {t.alerts.channels[channel]}: {t.alerts.outcomes[outcome]}
            {status !== undefined && `, HTTP ${format.number(status)}`}
            {reason && ` (${reason})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
