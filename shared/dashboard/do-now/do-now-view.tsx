import type { UseQueryResult } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { hrefOf, useAddress } from '../address/use-address.ts';
import type { NextProblem, Overview } from '../api/generated-client.ts';
import { ConflictBar } from '../decisions/conflict-bar.tsx';
import { useDecisions } from '../decisions/decisions-provider.tsx';
import { useHeldRows } from '../list/use-held-rows.ts';
import { useListKeys } from '../list/use-list-keys.ts';
import { WaitingRows } from '../list/waiting-rows.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { DayPlot } from '../plot/day-plot.tsx';
import { following } from '../shell/following.ts';
import { AllClear } from '../states/all-clear.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { groupsOf } from './groups.ts';
import { NextCard } from './next-card.tsx';

const SnoozeDialog = lazy(() => import('../decisions/snooze-dialog.tsx'));

/** What to do first, by impact, in groups by who can act. */
export function DoNowView({ overview }: { readonly overview: UseQueryResult<Overview> }) {
  const { data, isPending, isError } = overview;
  if (isPending && !isError) return <LoadingRows rows={3} height={220} />;
  if (!data) return null;
  if (data.open.problems === 0) return <AllClear />;
  return (
    <div className={isError ? 'stale' : ''}>
      <DayPlot at={data.at} byCause={data.byCause} />
      <ConflictBar />
      <NextProblems overview={data} />
    </div>
  );
}

function NextProblems({ overview }: { readonly overview: Overview }) {
  const { t, format } = useTexts();
  const { open: goTo, go } = useAddress();
  const { decide, undoLast } = useDecisions();
  const list = useRef<HTMLDivElement>(null);
  const { rows, waiting, show } = useHeldRows(overview.next, list, 'do-now');
  const groups = useMemo(() => groupsOf(rows ?? []), [rows]);
  const inOrder = useMemo(() => groups.flatMap(({ problems }) => problems), [groups]);
  const [snoozing, setSnoozing] = useState<NextProblem>();
  const keys = useListKeys(list, inOrder.length, {
    open: (index) => go({ problem: inOrder[index]?.id }),
    resolve: (index) => inOrder[index] && void decide([inOrder[index]], { status: 'resolved' }),
    snooze: (index) => setSnoozing(inOrder[index]),
    undo: () => void undoLast(),
  });
  const rest = overview.open.problems - inOrder.length - overview.waiting.length;
  return (
    <div ref={list} className="stack">
      <WaitingRows count={waiting} onShow={show} />
      {groups.length === 0 && <h2>{t.doNow.nothing}</h2>}
      {groups.map(({ name, problems, first }) => {
        const cards = (
          <ul className="cards" key={name}>
            {problems.map((problem, index) => (
              <NextCard
                key={problem.id}
                problem={problem}
                rowProps={keys.rowProps(first + index)}
                onOpen={() => go({ problem: problem.id })}
              />
            ))}
          </ul>
        );
        const heading = `${t.groups[name]} (${format.number(problems.length)})`;
        return name === 'unrecognized' ? (
          <details key={name} className="group">
            <summary>
              <h2>{heading}</h2>
            </summary>
            {cards}
          </details>
        ) : (
          <section key={name} className="group" aria-label={t.groups[name]}>
            <h2>{heading}</h2>
            {cards}
          </section>
        );
      })}
      {overview.waiting.length > 0 && (
        <details className="group">
          <summary>
            <h2>{`${t.groups.waiting} (${format.number(overview.waiting.length)})`}</h2>
          </summary>
          <ul className="plain">
            {overview.waiting.map(({ id, title, count }) => (
              <li key={id}>
                <a
                  href={hrefOf({ view: 'do-now', problem: id })}
                  onClick={following(() => go({ problem: id }))}
                >
                  {title}
                </a>{' '}
                – {t.counts.errors(count, format)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {rest > 0 && (
        <p>
          <a
            href={hrefOf({ view: 'problems', filter: { status: ['open', 'regressed'] } })}
            onClick={following(() => goTo({ view: 'problems', filter: { status: ['open', 'regressed'] } }))}
          >
            {t.doNow.rest(rest, format)}
          </a>
        </p>
      )}
      {snoozing && (
        <Suspense>
          <SnoozeDialog
            onClose={() => setSnoozing(undefined)}
            onSnooze={(until) => {
              void decide([snoozing], { status: 'snoozed', until });
              setSnoozing(undefined);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
