import { expect, it } from 'vitest';
import { problemRegressed } from '../../../../../shared/domain/alerts/rules/problem-regressed.ts';
import { hourMs } from '../../../../../shared/domain/reports/days.ts';
import { aDecision, aProblem, aTold, noon } from '../../../../support/alert-facts.ts';

const resolvedAt = noon - 3 * hourMs;
const resolved = aDecision({ status: 'resolved', resolvedAt: new Date(resolvedAt) });
const snoozed = aDecision({ status: 'snoozed', until: new Date(noon - 2 * hourMs) });

it.each([
  { name: 'regressed', told: {}, problem: { status: 'regressed', decision: resolved }, at: resolvedAt },
  { name: 'resolved and not seen since', told: {}, problem: { status: 'resolved', decision: resolved } },
  { name: 'told', told: { regressedAt: resolvedAt }, problem: { status: 'regressed', decision: resolved } },
  {
    name: 'regressed after an earlier one was told',
    told: { regressedAt: resolvedAt - 1 },
    problem: { status: 'regressed', decision: resolved },
    at: resolvedAt,
  },
  {
    name: 'an undo brings back an older decision',
    told: { regressedAt: resolvedAt + 1 },
    problem: { status: 'regressed', decision: resolved },
  },
  {
    name: 'seen after a snooze',
    told: {},
    problem: { status: 'open', decision: snoozed, lastSeenAt: noon - hourMs },
    at: noon - 2 * hourMs,
  },
  {
    name: 'a snooze is over, and it was not seen since',
    told: {},
    problem: { status: 'open', decision: snoozed, lastSeenAt: noon - 2 * hourMs },
  },
  {
    name: 'snoozed still',
    told: {},
    problem: { status: 'snoozed', decision: aDecision({ status: 'snoozed', until: new Date(noon + 1) }) },
  },
  {
    name: 'reopened by somebody',
    told: {},
    problem: { status: 'open', decision: aDecision({ status: 'open' }) },
  },
  { name: 'ignored', told: {}, problem: { status: 'ignored', decision: aDecision({ status: 'ignored' }) } },
] as const)('$name', ({ told, problem, ...expected }) => {
  const result = problemRegressed(aTold(told), aProblem(problem));
  const at = 'at' in expected ? expected.at : undefined;
  expect(result?.event.at).toBe(at);
  expect(result?.told.regressedAt).toBe(at);
});
