import { Link, MenuItem } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { hrefOf, useAddress } from '../address/use-address.ts';
import { ApiFailure } from '../api/api-failure.ts';
import type { ProblemDetail } from '../api/generated-client.ts';
import { problemQuery } from '../api/queries.ts';
import { ConflictBar } from '../decisions/conflict-bar.tsx';
import { DecisionButtons } from '../decisions/decision-buttons.tsx';
import { useToasts } from '../decisions/toasts.tsx';
import { CheckStates } from '../do-now/check-states.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { following } from '../shell/following.ts';
import { Moment } from '../shell/moment.tsx';
import { Panel } from '../shell/panel.tsx';
import { useCopy } from '../shell/use-copy.ts';
import { FailureBar } from '../states/failure-bar.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { DeleteProblemErrors } from './delete-problem-errors.tsx';
import { ProblemBadges } from './problem-badges.tsx';
import { ProblemHistory } from './problem-history.tsx';
import { problemName } from './problem-name.ts';
import { ProblemPlaces } from './problem-places.tsx';
import { RecordList } from './record-list.tsx';
import { RelatedProblems } from './related-problems.tsx';
import { SampleEntries } from './sample-entries.tsx';
import { SupportBundle } from './support-bundle.tsx';

/** Everything about one problem. */
export default function ProblemPanel({ id }: { readonly id: string }) {
  const { t, language } = useTexts();
  const { go } = useAddress();
  const problem = useQuery(problemQuery(language, id));
  const close = () => go({ problem: undefined }, { replace: true });
  const { data, error } = problem;
  const isGone = error instanceof ApiFailure && (error.status === 404 || error.status === 400);
  return (
    <Panel title={data ? problemName(data) : t.problem.title} onClose={close}>
      {problem.isPending && !error && <LoadingRows rows={4} />}
      {isGone && (
        <div className="empty">
          <h3>{t.problem.gone}</h3>
          <p>{t.problem.goneExplanation}</p>
        </div>
      )}
      {error && !isGone && <FailureBar error={error} retry={() => void problem.refetch()} />}
      {data && !isGone && <Content problem={data} />}
    </Panel>
  );
}

function Content({ problem }: { readonly problem: ProblemDetail }) {
  const { t, format } = useTexts();
  const { open } = useAddress();
  const toasts = useToasts();
  const put = useCopy();
  const copied = async (text: string) => {
    if (await put(text)) toasts.done(t.copied);
  };
  const { id, count, records, impact, firstSeenAt, lastSeenAt, documentation } = problem;
  return (
    <>
      <ConflictBar />
      <p className="counts">
        <strong>{t.counts.errors(count, format)}</strong>
        {' · '}
        {t.counts.records(records.count, records.more ?? false, format)}
        {impact > records.count && ` · ${t.counts.impact(impact, format)}`}
        {' · '}
        {t.resolvers[problem.resolver]}
      </p>
      <ProblemBadges problem={problem} />
      <p className="times">
        {t.firstSeen} {firstSeenAt ? <Moment at={firstSeenAt} isExact /> : '–'}
        {' · '}
        {t.lastSeen} {lastSeenAt ? <Moment at={lastSeenAt} isExact /> : '–'}
      </p>
      <DecisionButtons problem={problem}>
        <MenuItem
          onClick={() => void copied(problem.steps.map((step, at) => `${at + 1}. ${step}`).join('\n'))}
        >
          {t.doNow.copySteps}
        </MenuItem>
        <MenuItem onClick={() => void copied(location.href)}>{t.copyLink}</MenuItem>
        <MenuItem onClick={() => open({ view: 'errors', problem: id })}>{t.problem.showErrors}</MenuItem>
      </DecisionButtons>
      <p>{problem.explanation}</p>
      <h3>{t.problem.steps}</h3>
      <ol className="steps">
        {problem.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {documentation && (
        <p>
          <Link href={documentation} target="_blank" rel="noopener noreferrer">
            {t.problem.documentation}
          </Link>
        </p>
      )}
      <CheckStates checks={problem.checks} />
      <ProblemPlaces places={problem.places} />
      <RelatedProblems problem={problem} />
      <RecordList problem={id} reportedGivenUp={problem.givenUp.reported} />
      <SampleEntries entries={problem.samples} />
      <p>
        <a
          href={hrefOf({ view: 'errors', problem: id })}
          onClick={following(() => open({ view: 'errors', problem: id }))}
        >
          {t.problem.showErrors}
        </a>
      </p>
      <ProblemHistory history={problem.history} />
      <div className="actions">
        <SupportBundle problem={problem} />
        <DeleteProblemErrors problem={problem} />
      </div>
    </>
  );
}
