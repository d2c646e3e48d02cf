import { Button } from '@fluentui/react-components';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { type AffectedRecord, decideRecord, type RecordDecisionRequest } from '../api/generated-client.ts';
import { recordsQuery } from '../api/queries.ts';
import { snoozeChoices } from '../decisions/snooze-choices.ts';
import { useToasts } from '../decisions/toasts.tsx';
import { useKeptFocus } from '../decisions/use-kept-focus.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { Moment } from '../shell/moment.tsx';
import { ActionButton } from '../sign-in/action-button.tsx';
import { FailureBar } from '../states/failure-bar.tsx';
import { failureTitle } from '../states/failure-title.ts';
import { RecordLinks } from './record-links.tsx';

/** The records that a problem affects, with links to both apps. */
export function RecordList({
  problem,
  reportedGivenUp,
}: {
  readonly problem: string;
  /** What the last heartbeats say; undefined where none says it. */
  readonly reportedGivenUp: number | undefined;
}) {
  const { t, format } = useTexts();
  const [isGivenUpOnly, setIsGivenUpOnly] = useState(false);
  const filter = isGivenUpOnly ? { givenUp: ['likely', 'confirmed'] as const } : {};
  const records = useInfiniteQuery(recordsQuery(problem, filter));
  const rows = records.data?.pages.flatMap(({ value }) => value) ?? [];
  const query = new URLSearchParams(isGivenUpOnly ? { givenUp: 'likely,confirmed' } : {});
  return (
    <section aria-label={t.problem.records}>
      <div className="section-head">
        <h3>{t.problem.records}</h3>
        <Button size="small" aria-pressed={isGivenUpOnly} onClick={() => setIsGivenUpOnly(!isGivenUpOnly)}>
          {t.records.givenUpOnly}
        </Button>
        <ExportMenu path={`/problems/${encodeURIComponent(problem)}/records`} query={query} />
      </div>
      {reportedGivenUp !== undefined && <p>{t.records.reportedGivenUp(reportedGivenUp, format)}</p>}
      {records.error && <FailureBar error={records.error} retry={() => void records.refetch()} />}
      {records.isSuccess && rows.length === 0 && <p>{t.records.none}</p>}
      <ul className="plain records">
        {rows.map((record) => (
          <RecordRow key={record.id} problem={problem} record={record} />
        ))}
      </ul>
      {records.hasNextPage && (
        <Button size="small" onClick={() => void records.fetchNextPage()}>
          {t.showMore}
        </Button>
      )}
      <span className="for-screen-readers" role="status">
        {records.isSuccess ? t.counts.records(rows.length, records.hasNextPage, format) : ''}
      </span>
    </section>
  );
}

function RecordRow({ problem, record }: { readonly problem: string; readonly record: AffectedRecord }) {
  const { t, format } = useTexts();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const { id, company, count, lastSeenAt, status, givenUp, etag } = record;
  const buttons = useRef<HTMLDivElement>(null);
  const focus = useKeptFocus(buttons, status);
  /** Decides unless somebody did since that ETag; gives the new one, undefined where it failed, which is said. */
  const take = async (body: RecordDecisionRequest, ifMatch: string): Promise<string | undefined> => {
    let taken: string | undefined;
    try {
      taken = (await call(decideRecord(problem, id, body, { ifMatch }))).data.etag;
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : undefined;
      toasts.failed(failureTitle(error, t), failure?.detail);
    }
    for (const name of ['records', 'problem'])
      void queryClient.invalidateQueries({ queryKey: [name, problem] });
    return taken;
  };
  const decide = async (status: RecordDecisionRequest['status'], until?: string) => {
    const taken = await take({ status, until }, etag);
    if (taken === undefined) return;
    const undo = async () => {
      if ((await take(decisionBefore(record), taken)) !== undefined) toasts.done(t.decisions.takenBack);
    };
    toasts.done(t.decisions.done[status](1, format), { label: t.undo, run: () => void undo() });
  };
  const { tomorrow } = snoozeChoices(new Date());
  return (
    <li>
      <RecordLinks {...record} />
      <div className="record-facts">
        {company} · {t.counts.errors(count, format)} · <Moment at={lastSeenAt} />
        {givenUp && ` · ${t.records.givenUp[givenUp.status](format.moment(givenUp.since))}`}
        {status !== 'open' && ` · ${t.statuses[status]}`}
      </div>
      <div ref={buttons} className="actions" {...focus}>
        {status === 'open' ? (
          <>
            <ActionButton
              needs="manage"
              size="small"
              onClick={() => void decide('snoozed', tomorrow.toISOString())}
            >
              {t.records.snoozeTomorrow}
            </ActionButton>
            <ActionButton needs="manage" size="small" onClick={() => void decide('ignored')}>
              {t.decisions.ignore}
            </ActionButton>
          </>
        ) : (
          record.decision && (
            <ActionButton needs="manage" size="small" onClick={() => void decide('open')}>
              {t.decisions.reopen}
            </ActionButton>
          )
        )}
      </div>
    </li>
  );
}

/** What puts a record back as it was before a decision. */
function decisionBefore({ decision }: AffectedRecord): RecordDecisionRequest {
  if (decision?.status === 'snoozed' && decision.until) return { status: 'snoozed', until: decision.until };
  return { status: decision?.status === 'ignored' ? 'ignored' : 'open' };
}
