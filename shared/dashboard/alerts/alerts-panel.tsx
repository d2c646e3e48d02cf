import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { hrefOf, useAddress } from '../address/use-address.ts';
import type { Alert } from '../api/generated-client.ts';
import { alertsQuery } from '../api/queries.ts';
import { useTexts } from '../messages/use-texts.ts';
import { following } from '../shell/following.ts';
import { Moment } from '../shell/moment.tsx';
import { Panel } from '../shell/panel.tsx';
import { FailureBar } from '../states/failure-bar.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { AlertTrial } from './alert-trial.tsx';

/** What the desk told by itself, what waits, and what nobody took. */
export default function AlertsPanel({ onClose }: { readonly onClose: () => void }) {
  const { t, format, language } = useTexts();
  const alerts = useInfiniteQuery(alertsQuery(language));
  const rows = alerts.data?.pages.flatMap(({ value }) => value) ?? [];
  const off = alerts.data?.pages[0]?.off ?? [];
  return (
    <Panel title={t.alerts.title} onClose={onClose}>
      {alerts.isPending && !alerts.error && <LoadingRows rows={4} />}
      {alerts.error && <FailureBar error={alerts.error} retry={() => void alerts.refetch()} />}
      {off.map(({ channel, since }) => (
        <MessageBar key={channel} intent="warning" layout="multiline">
          <MessageBarBody>{t.alerts.off(t.alerts.channels[channel], format.moment(since))}</MessageBarBody>
        </MessageBar>
      ))}
      {alerts.isSuccess && rows.length === 0 && <p>{t.alerts.none}</p>}
      <ul className="plain alerts">
        {rows.map((alert) => (
          <AlertRow key={alert.id} alert={alert} />
        ))}
      </ul>
      {alerts.hasNextPage && (
        <Button size="small" onClick={() => void alerts.fetchNextPage()}>
          {t.showMore}
        </Button>
      )}
      <AlertTrial />
    </Panel>
  );
}

function AlertRow({ alert }: { readonly alert: Alert }) {
  const { t, format } = useTexts();
  const { open } = useAddress();
  const { subject, at, problem, channels } = alert;
  return (
    <li>
      <p>
        {problem ? (
          <a
            href={hrefOf({ view: 'problems', problem })}
            onClick={following(() => open({ view: 'problems', problem }))}
          >
            {subject}
          </a>
        ) : (
          subject
        )}
      </p>
      <div className="hint">
        <Moment at={at} />
        {channels.map(({ channel, status, attempts, nextTryAt, lastStatus }) => (
          <span key={channel}>
            {' · '}
            {t.alerts.channels[channel]}: {t.alerts.statuses[status]}
            {status !== 'sent' && attempts > 0 && ` (${t.alerts.attempts(attempts, format)})`}
            {status !== 'sent' && lastStatus !== undefined && `, HTTP ${lastStatus}`}
            {nextTryAt && `, ${t.alerts.nextTry(format.moment(nextTryAt))}`}
          </span>
        ))}
        {channels.length === 0 && ` · ${t.alerts.noChannel}`}
      </div>
    </li>
  );
}
