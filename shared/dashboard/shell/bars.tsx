import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useAddress } from '../address/use-address.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { useConnection } from '../api/connection.ts';
import type { Overview } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { FailureBar } from '../states/failure-bar.tsx';

/** What is wrong with the page or the desk, in bars above everything else. */
export function Bars({
  overview,
  ignored,
}: {
  readonly overview: UseQueryResult<Overview>;
  readonly ignored: readonly string[];
}) {
  const { t, format } = useTexts();
  const { address, go } = useAddress();
  useKeyDialog(overview.error);
  const isOnline = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  return (
    <div className="bars">
      {!isOnline && (
        <div role="status">
          <MessageBar intent="warning" politeness="polite">
            <MessageBarBody>{t.failure.offline}</MessageBarBody>
          </MessageBar>
        </div>
      )}
      {overview.error && <FailureBar error={overview.error} retry={() => void overview.refetch()} />}
      {overview.data?.notices.map(({ code, count }) => (
        <MessageBar key={code} intent="warning" layout="multiline">
          <MessageBarBody>{t.notices[code](count, format)}</MessageBarBody>
        </MessageBar>
      ))}
      {ignored.length > 0 && (
        <div role="status">
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{t.filters.ignored(format.list(ignored))}</MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => go({ filter: address.filter }, { replace: true })}>{t.close}</Button>
            </MessageBarActions>
          </MessageBar>
        </div>
      )}
    </div>
  );
}

/** Asks for a key, the first time that one is missing. */
function useKeyDialog(error: Error | null): void {
  const { mode, askForKey } = useConnection();
  const hasAsked = useRef(false);
  const isMissing = mode === 'keys' && error instanceof ApiFailure && error.status === 401;
  useEffect(() => {
    if (!isMissing || hasAsked.current) return;
    hasAsked.current = true;
    askForKey();
  }, [isMissing, askForKey]);
}

function subscribeToNetwork(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
