import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { unavailableReasons } from '../../../shared/domain/settings-checks/fact-group.ts';
import { judgeSettings } from '../../../shared/domain/settings-checks/judge-settings.ts';
import { settingsSnapshot } from '../../../shared/domain/settings-checks/settings-snapshot.ts';
import { judgedAt } from '../../support/settings-facts.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/snapshots.md'), 'utf8');
const [one, several] = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(
  ([, json = '']) => z.strictObject({ snapshot: settingsSnapshot }).parse(JSON.parse(json)).snapshot,
);
const judge = (snapshot: z.output<typeof settingsSnapshot> = {}) =>
  judgeSettings({ snapshot, now: judgedAt, openProblems: [], language: 'en' });

describe('docs/snapshots.md', () => {
  it('has a row for every group of facts, and no other', () => {
    const rows = [...page.matchAll(/^\| `(\w+\.\w+)` /gm)].map(([, path]) => path);
    const schema = z.toJSONSchema(settingsSnapshot, { reused: 'inline' });
    const system = z.object({ properties: z.record(z.string(), z.unknown()) });
    const { properties } = z
      .object({ properties: z.record(z.string(), system) })
      .parse(schema.$defs?.['SettingsSnapshot']);
    const groups = Object.entries(properties).flatMap(([name, { properties: inSystem }]) =>
      Object.keys(inSystem)
        .filter((group) => group !== 'unavailable')
        .map((group) => `${name}.${group}`),
    );
    expect(rows.sort()).toEqual(groups.sort());
  });

  it('names every reason', () => {
    for (const reason of unavailableReasons) expect(page).toContain(`\`${reason}\``);
  });

  it('shows one company with the two faults that it says, and no fact missing but those it leaves out', () => {
    const findings = judge(one);
    const faults = findings.filter(({ status }) => status === 'fail' || status === 'warn');
    expect(faults.map(({ check, subject }) => [check, subject])).toEqual([
      ['exchange-rate-business-central', 'GBP'],
      ['synchronization-jobs', 'CUSTOMER - Dataverse synchronization job.'],
    ]);
    expect(findings.filter(({ seen }) => seen.includes('leaves out'))).toEqual([]);
  });

  it('shows several companies, one of which cannot be read', () => {
    const findings = judge(several);
    expect(new Set(findings.flatMap(({ company }) => company ?? []))).toEqual(
      new Set(['CRONUS NL', 'CRONUS USA, Inc.']),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ company: 'CRONUS USA, Inc.', reason: 'not-permitted' }),
    );
  });
});
