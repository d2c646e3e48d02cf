import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { ApiFailure } from '../api/api-failure.ts';
import { useConnection } from '../api/connection.ts';
import { useTexts } from '../messages/use-texts.ts';
import { signInAddress } from '../sign-in/sign-in-status.tsx';
import { failureTitle } from './failure-title.ts';

/** What failed, and how to go on: a countdown where the answer says when, a dialog or link where a sign-in lacks. */
export function FailureBar({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const { t } = useTexts();
  const { mode, askForKey } = useConnection();
  const failure = error instanceof ApiFailure ? error : undefined;
  const isUnauthenticated = failure?.status === 401;
  const title = isUnauthenticated
    ? t.signIn.needed
    : (t.failure.titles[failure?.status ?? 0] ?? failureTitle(error, t));
  return (
    <div className="failure">
      <div role="alert">
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>
            <MessageBarTitle>{title}</MessageBarTitle>
            {!isUnauthenticated && failure?.detail ? ` ${failure.detail}` : ''}
            {failure?.traceId && (
              <span className="trace">
                {t.failure.trace} <code>{failure.traceId}</code>
              </span>
            )}
          </MessageBarBody>
          <MessageBarActions>
            {isUnauthenticated && mode === 'keys' && <Button onClick={askForKey}>{t.keys.enter}</Button>}
            {isUnauthenticated && mode === 'entra' && (
              <Button as="a" href={signInAddress()}>
                {t.signIn.link}
              </Button>
            )}
            <Button onClick={retry}>{t.failure.retry}</Button>
          </MessageBarActions>
        </MessageBar>
      </div>
      {/* Outside the alert, so that it is not read out each second. */}
      {failure?.retryAfterSeconds !== undefined && (
        <Countdown key={failure.traceId} seconds={failure.retryAfterSeconds} onEnd={retry} />
      )}
    </div>
  );
}

function Countdown({ seconds, onEnd }: { readonly seconds: number; readonly onEnd: () => void }) {
  const { t } = useTexts();
  const [left, setLeft] = useState(seconds);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    const until = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setLeft(rest);
      if (rest > 0) return;
      clearInterval(timer);
      end.current();
    }, 250);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <p className="countdown" aria-live="off">
      {t.failure.countdown(left)}
    </p>
  );
}
