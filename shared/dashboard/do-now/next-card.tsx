import { MenuItem } from '@fluentui/react-components';
import { hrefOf, useAddress } from '../address/use-address.ts';
import type { NextProblem } from '../api/generated-client.ts';
import { DecisionButtons } from '../decisions/decision-buttons.tsx';
import { useToasts } from '../decisions/toasts.tsx';
import { ExportItems } from '../export/export-items.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { DayBars } from '../plot/day-bars.tsx';
import { ProblemBadges } from '../problems/problem-badges.tsx';
import { problemName } from '../problems/problem-name.ts';
import { problemBundle } from '../problems/problem-text.ts';
import { following } from '../shell/following.ts';
import { Moment } from '../shell/moment.tsx';
import { useCopy } from '../shell/use-copy.ts';
import { CheckStates } from './check-states.tsx';

interface NextCardProps {
  readonly problem: NextProblem;
  readonly rowProps: object;
  readonly onOpen: () => void;
}

/** A problem with all that is needed to end it. */
export function NextCard({ problem, rowProps, onOpen }: NextCardProps) {
  const { t, format } = useTexts();
  const { open } = useAddress();
  const toasts = useToasts();
  const { id, count, records, impact, placeCount, children, childCount } = problem;
  const put = useCopy();
  const copied = async (text: string) => {
    if (await put(text)) toasts.done(t.copied);
  };
  const caused = childCount ?? children.length;
  return (
    <li className="card" {...rowProps} aria-labelledby={`name-${id}`}>
      <div className="card-head">
        <h3 id={`name-${id}`}>
          <a href={hrefOf({ view: 'do-now', problem: id })} onClick={following(onOpen)}>
            {problemName(problem)}
          </a>
        </h3>
        <DayBars days={problem.days} />
      </div>
      <p className="counts">
        <strong>{t.counts.errors(count, format)}</strong>
        {' · '}
        {t.counts.records(records.count, records.more ?? false, format)}
        {' · '}
        {t.counts.places(placeCount, format)}
        {impact > records.count && ` · ${t.counts.impact(impact, format)}`}
      </p>
      <ProblemBadges problem={problem} />
      <p className="times">
        {t.firstSeen} {problem.firstSeenAt ? <Moment at={problem.firstSeenAt} /> : '–'}
        {' · '}
        {t.lastSeen} {problem.lastSeenAt ? <Moment at={problem.lastSeenAt} /> : '–'}
      </p>
      <p>{problem.explanation}</p>
      <ol className="steps">
        {problem.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <CheckStates checks={problem.checks} />
      {caused > 0 && <p>{t.doNow.alsoEnds(caused, format)}</p>}
      <DecisionButtons problem={problem}>
        <MenuItem
          onClick={() => void copied(problem.steps.map((step, at) => `${at + 1}. ${step}`).join('\n'))}
        >
          {t.doNow.copySteps}
        </MenuItem>
        <MenuItem
          onClick={() =>
            void copied(new URL(hrefOf({ view: 'problems', problem: id }), location.href).toString())
          }
        >
          {t.copyLink}
        </MenuItem>
        <MenuItem onClick={() => void copied(problemBundle(problem, t, format))}>
          {t.doNow.copyProblem}
        </MenuItem>
        <MenuItem onClick={onOpen}>{t.problem.records}</MenuItem>
        <MenuItem onClick={() => open({ view: 'errors', problem: id })}>{t.problem.showErrors}</MenuItem>
        <ExportItems of={t.problem.records} path={`/problems/${id}/records`} query={new URLSearchParams()} />
      </DecisionButtons>
    </li>
  );
}
