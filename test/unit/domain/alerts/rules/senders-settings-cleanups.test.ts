import { describe, expect, it } from 'vitest';
import { cleanupLarge } from '../../../../../shared/domain/alerts/rules/cleanup-large.ts';
import { checksNow, settingsCheck } from '../../../../../shared/domain/alerts/rules/settings-check.ts';
import { silence } from '../../../../../shared/domain/alerts/rules/silence.ts';
import type { Cleanup } from '../../../../../shared/domain/cleanups/cleanup.ts';
import type { Finding } from '../../../../../shared/domain/settings-checks/finding.ts';
import { noon } from '../../../../support/alert-facts.ts';

describe('silence', () => {
  const sender = {
    id: 'x',
    environment: '',
    company: 'CRONUS',
    lastAt: noon,
    isSilent: false,
    isForgotten: false,
  };
  const told = { kind: 'silence', id: 'x', environment: '', company: 'CRONUS', lastAt: noon } as const;

  it.each([
    { name: 'alive', before: undefined, now: {}, over: undefined },
    { name: 'falls silent', before: undefined, now: { isSilent: true }, over: false },
    { name: 'silent still', before: told, now: { isSilent: true }, over: undefined },
    { name: 'gives a sign', before: told, now: { lastAt: noon + 1 }, over: true },
    { name: 'a longer limit ends nothing', before: told, now: {}, over: undefined },
    {
      name: 'forgotten, never told',
      before: undefined,
      now: { isSilent: true, isForgotten: true },
      over: undefined,
    },
  ])('$name', ({ before, now, over }) => {
    const change = silence(before, { ...sender, ...now });
    expect(change?.events.map((event) => event.over)).toEqual(over === undefined ? undefined : [over]);
    if (over === false) expect(change).toMatchObject({ key: 'sx', told, events: [{ at: noon }] });
    if (over === true) expect(change).toMatchObject({ told: undefined, events: [{ at: noon + 1 }] });
  });

  it('of somebody who is forgotten is kept no longer, and not told to be over', () => {
    const change = silence(told, { ...sender, isSilent: true, isForgotten: true });
    expect(change).toEqual({ key: 'sx', told: undefined, events: [] });
  });
});

describe('checks of a validation', () => {
  const finding = (status: Finding['status'], reason?: Finding['reason']): Finding => ({
    check: 'base-currency',
    status,
    ...(reason ? { reason } : {}),
    seen: 'x',
    documentation: 'https://learn.microsoft.com',
    causes: [],
    explains: 0,
  });

  it.each([
    { name: 'pass', findings: [finding('pass')], state: 'good' },
    { name: 'warn', findings: [finding('warn')], state: 'good' },
    { name: 'fail', findings: [finding('fail')], state: 'red' },
    { name: 'one of two fails', findings: [finding('pass'), finding('fail')], state: 'red' },
    { name: 'skipped', findings: [finding('skipped', 'unavailable')], state: 'unknown' },
    {
      name: 'one of two skipped',
      findings: [finding('pass'), finding('skipped', 'timed-out')],
      state: 'unknown',
    },
    { name: 'not needed', findings: [finding('skipped', 'not-applicable')], state: 'unknown' },
    {
      name: 'one not needed',
      findings: [finding('pass'), finding('skipped', 'not-applicable')],
      state: 'good',
    },
  ])('$name: $state', ({ findings, state }) => {
    const checks = checksNow({ at: new Date(noon).toISOString(), findings });
    expect(checks).toEqual([{ check: 'base-currency', at: noon, state }]);
  });

  const told = { kind: 'red-check', id: 'base-currency', lastAt: noon - 1 } as const;

  it.each([
    { before: undefined, state: 'red', rule: 'settings-red' },
    { before: told, state: 'red', rule: undefined },
    { before: told, state: 'unknown', rule: undefined },
    { before: told, state: 'good', rule: 'settings-green' },
    { before: undefined, state: 'good', rule: undefined },
    { before: undefined, state: 'unknown', rule: undefined },
  ] as const)('$before.kind, then $state: $rule', ({ before, state, rule }) => {
    const change = settingsCheck(before, { check: 'base-currency', at: noon, state });
    expect(change?.events[0]?.rule).toBe(rule);
    if (rule === 'settings-green') expect(change?.told).toBeUndefined();
  });
});

describe('large clean-ups', () => {
  const cleanup: Cleanup = {
    id: '01KC3X7Q7G5T9W2M8R4V6Y1B3D',
    kind: 'all',
    cutoff: new Date(noon),
    deleted: 500,
    stillOpen: 101,
    startedAt: new Date(noon),
    by: 'tester',
    phase: 'done',
  };
  const told = { kind: 'cleanup', id: cleanup.id, isUndone: false, lastAt: noon } as const;

  it.each([
    { name: 'more than a hundred open errors', before: undefined, now: {}, over: false },
    { name: 'a hundred', before: undefined, now: { stillOpen: 100 }, over: undefined },
    { name: 'not done yet', before: undefined, now: { phase: 'deleting' }, over: undefined },
    { name: 'the retention', before: undefined, now: { kind: 'retention' }, over: undefined },
    { name: 'told', before: told, now: {}, over: undefined },
    { name: 'undone', before: told, now: { phase: 'undone' }, over: true },
    {
      name: 'undone, and told',
      before: { ...told, isUndone: true },
      now: { phase: 'undone' },
      over: undefined,
    },
    { name: 'undone before it was told', before: undefined, now: { phase: 'undone' }, over: undefined },
  ] as const)('$name', ({ before, now, over }) => {
    const change = cleanupLarge(before, { ...cleanup, ...now });
    expect(change?.events.map((event) => event.over)).toEqual(over === undefined ? undefined : [over]);
  });
});
