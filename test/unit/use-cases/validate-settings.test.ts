import { describe, expect, it } from 'vitest';
import type { Translated } from '../../../shared/domain/language.ts';
import { exampleSnapshot } from '../../../shared/domain/settings-checks/example-snapshot.ts';
import {
  type Validation,
  type ValidationSource,
  validation as validationSchema,
} from '../../../shared/domain/settings-checks/finding.ts';
import type { OpenProblem } from '../../../shared/domain/settings-checks/open-problems.ts';
import {
  type SettingsSnapshot,
  settingsSnapshot,
} from '../../../shared/domain/settings-checks/settings-snapshot.ts';
import {
  createSettingsValidator,
  type ValidationPorts,
} from '../../../shared/use-cases/validate-settings.ts';
import { aSnapshot, judgedAt } from '../../support/settings-facts.ts';

const problems: OpenProblem[] = [{ cause: 'missing-privilege', key: 'prvReadContact', count: 12 }];

/** A validator in memory; the test decides when a live run ends. */
function aValidator(ports: Partial<ValidationPorts> = {}) {
  const runs: {
    input: unknown;
    finish: (snapshot: SettingsSnapshot) => void;
    fail: (error: Error) => void;
  }[] = [];
  const kept = new Map<ValidationSource, Translated<Validation>>();
  let ids = 0;
  const validator = createSettingsValidator({
    gather: (input) => {
      const { promise, resolve, reject } = Promise.withResolvers<SettingsSnapshot>();
      runs.push({ input, finish: resolve, fail: reject });
      return promise;
    },
    openProblems: () => Promise.resolve(problems),
    senders: () => Promise.resolve([]),
    latestValidation: {
      save: (source, validation) => {
        kept.set(source, validation);
        return Promise.resolve();
      },
      get: (source) => Promise.resolve(kept.get(source)),
    },
    now: () => judgedAt,
    newId: () => `validation-${++ids}`,
    ...ports,
  });
  /** The run that is under way, once it has begun to gather. */
  const begun = async (count = 1) => {
    await expect.poll(() => runs.length, { interval: 1 }).toBe(count);
    const run = runs[count - 1];
    if (!run) throw new Error('No run');
    return run;
  };
  return { validator, runs, begun };
}

const example = settingsSnapshot.parse(exampleSnapshot);

describe('a snapshot', () => {
  it('has its sender job judged from the first heartbeat of a company on', async () => {
    const reasonsWith = async (...senders: string[]) => {
      const { validator } = aValidator({ senders: () => Promise.resolve(senders) });
      const { findings } = await validator.validate({ snapshot: aSnapshot(), language: 'en' });
      return findings.filter(({ check }) => check === 'sender-job').map(({ reason }) => reason);
    };
    expect(await reasonsWith()).toEqual(['not-applicable']);
    expect(await reasonsWith('CRONUS NL')).not.toContain('not-applicable');
  });

  it('is judged with the open problems, without a call to any system, and stored', async () => {
    const { validator, runs } = aValidator();
    const validation = await validator.validate({ snapshot: example, language: 'en' });

    expect(validationSchema.parse(validation)).toEqual(validation);
    expect(validation).toMatchObject({ id: 'validation-1', at: '2026-11-22T12:00:00.000Z', verdict: 'fail' });
    expect(validation.findings).toContainEqual(
      expect.objectContaining({ check: 'missing-privileges', subject: 'prvReadContact', explains: 12 }),
    );
    expect(runs).toEqual([]);
    expect(validation.source).toBe('snapshot');
    expect(await validator.latest('snapshot', 'en')).toEqual(validation);
  });

  it('does not replace the last live validation, nor the other way round', async () => {
    const { validator, begun } = aValidator();
    const asked = validator.validate({ language: 'en' });
    (await begun()).finish(aSnapshot());
    const live = await asked;
    const judged = await validator.validate({ snapshot: example, language: 'en' });
    expect(live.source).toBe('live');
    expect(await validator.latest('live', 'en')).toEqual(live);
    expect(await validator.latest('snapshot', 'en')).toEqual(judged);
  });

  it('neither waits for a live run nor shares it', async () => {
    const { validator, begun } = aValidator();
    const live = validator.validate({ language: 'en' });
    const { finish } = await begun();
    expect(await validator.validate({ snapshot: example, language: 'en' })).toMatchObject({
      verdict: 'fail',
    });
    finish(aSnapshot());
    expect((await live).id).toBe('validation-1');
  });
});

describe('a live run', () => {
  it('looks for the privileges that open problems name', async () => {
    const { validator, begun } = aValidator();
    const asked = validator.validate({ language: 'en' });
    const { input, finish } = await begun();
    expect(input).toEqual({ now: judgedAt, privileges: ['prvReadContact'] });
    finish(aSnapshot());
    expect((await asked).verdict).toBe('fail');
  });

  it('is shared by callers who ask in the meantime, each in their language', async () => {
    const { validator, runs, begun } = aValidator();
    const asked = [validator.validate({ language: 'en' }), validator.validate({ language: 'nl' })];
    (await begun()).finish(aSnapshot());
    const [english, dutch] = await Promise.all(asked);
    expect(runs).toHaveLength(1);
    expect(english?.id).toBe(dutch?.id);
    expect(english?.findings[0]?.seen).toContain('Dataverse has the user');
    expect(dutch?.findings[0]?.seen).toContain('Dataverse heeft de gebruiker');
  });

  it('is followed by another one for callers who ask later', async () => {
    const { validator, begun } = aValidator();
    const first = validator.validate({ language: 'en' });
    (await begun()).finish(aSnapshot());
    const { id } = await first;
    const second = validator.validate({ language: 'en' });
    (await begun(2)).finish(aSnapshot());
    expect((await second).id).not.toBe(id);
  });

  it('that failed does not keep the next one from running', async () => {
    const { validator, begun } = aValidator();
    const first = validator.validate({ language: 'en' });
    (await begun()).fail(new Error('a bug'));
    await expect(first).rejects.toThrow('a bug');
    const second = validator.validate({ language: 'en' });
    (await begun(2)).finish(aSnapshot());
    expect(await second).toHaveProperty('verdict');
  });
});

describe('a scheduled run', () => {
  it('is stored in every language', async () => {
    const { validator, begun } = aValidator();
    const scheduled = validator.validateOnSchedule();
    (await begun()).finish(aSnapshot());
    expect(await scheduled).toEqual(await validator.latest('live', 'en'));
    expect((await validator.latest('live', 'nl')).findings[0]?.seen).toContain(
      'Dataverse heeft de gebruiker',
    );
  });

  it('does not overlap another live run', async () => {
    const { validator, runs, begun } = aValidator();
    const live = validator.validate({ language: 'en' });
    expect(await validator.validateOnSchedule()).toBeUndefined();
    (await begun()).finish(aSnapshot());
    await live;
    expect(runs).toHaveLength(1);
  });

  it('is shared by a caller who asks in the meantime', async () => {
    const { validator, runs, begun } = aValidator();
    const scheduled = validator.validateOnSchedule();
    const asked = validator.validate({ language: 'en' });
    (await begun()).finish(aSnapshot());
    expect(await asked).toEqual(await scheduled);
    expect(runs).toHaveLength(1);
  });
});

it('has no latest validation before the first', async () => {
  const { validator } = aValidator();
  for (const source of ['live', 'snapshot'] as const)
    await expect(validator.latest(source, 'en')).rejects.toMatchObject({ code: 'not-found' });
});

it('does not answer with a validation that could not be stored', async () => {
  const latestValidation = {
    save: () => Promise.reject(new Error('down')),
    get: () => Promise.resolve(undefined),
  };
  const { validator } = aValidator({ latestValidation });
  await expect(validator.validate({ snapshot: example, language: 'en' })).rejects.toThrow('down');
});
