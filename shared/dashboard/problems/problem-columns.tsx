import { Checkbox } from '@fluentui/react-components';
import { hrefOf } from '../address/use-address.ts';
import type { Problem } from '../api/generated-client.ts';
import type { Column } from '../list/virtual-rows.tsx';
import type { Messages } from '../messages/en.ts';
import type { Formats } from '../messages/formats.ts';
import { DayBars } from '../plot/day-bars.tsx';
import { Moment } from '../shell/moment.tsx';
import { PanelLink } from '../shell/panel-link.tsx';
import { dailyCounts } from './daily-counts.ts';
import { ProblemBadges } from './problem-badges.tsx';
import { problemName } from './problem-name.ts';
import type { Selection } from './use-selection.ts';

/** What the list tells of each problem. */
export function problemColumns(
  t: Messages,
  format: Formats,
  selection: Selection<Problem>,
): readonly Column<Problem>[] {
  return [
    {
      name: 'select',
      head: <span className="for-screen-readers">{t.list.selectAll}</span>,
      cell: (problem) => (
        <Checkbox
          aria-label={t.list.select(problemName(problem))}
          checked={selection.has(problem.id)}
          onChange={() => selection.toggle(problem.id)}
        />
      ),
    },
    {
      name: 'problem',
      head: t.columns.problem,
      cell: (problem) => (
        <>
          <PanelLink
            href={hrefOf({ view: 'problems', problem: problem.id })}
            change={{ problem: problem.id }}
          >
            {problemName(problem)}
          </PanelLink>
          <div className="hint">{placesText(problem, t, format)}</div>
          {problem.sampleMessage && <div className="hint sample">{problem.sampleMessage}</div>}
          <ProblemBadges problem={problem} />
        </>
      ),
    },
    { name: 'resolver', head: t.columns.resolver, cell: ({ resolver }) => t.resolvers[resolver] },
    {
      name: 'days',
      head: t.columns.days,
      cell: (problem) => <DayBars days={dailyCounts(problem, Date.now())} />,
    },
    {
      name: 'records',
      head: t.columns.records,
      cell: ({ records, impact }) => (
        <>
          {t.counts.records(records.count, records.more ?? false, format)}
          {impact > records.count && <div className="hint">{t.counts.impact(impact, format)}</div>}
        </>
      ),
    },
    { name: 'count', head: t.columns.errors, cell: ({ count }) => t.counts.errors(count, format) },
    {
      name: 'last-seen',
      head: t.columns.lastSeen,
      cell: ({ lastSeenAt }) => (lastSeenAt ? <Moment at={lastSeenAt} /> : '–'),
    },
    { name: 'status', head: t.columns.status, cell: ({ status }) => t.statuses[status] },
  ];
}

function placesText({ places, placeCount }: Problem, t: Messages, format: Formats): string {
  const named = places.map(({ company, mapping }) => [company, mapping].filter(Boolean).join(' · '));
  const rest = placeCount - places.length;
  return [...new Set(named), ...(rest > 0 ? [t.soManyMore(rest, format)] : [])].join(', ');
}
