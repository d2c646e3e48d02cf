import { AppError } from '../domain/app-error.ts';
import type { Language, Translated } from '../domain/language.ts';
import type { LatestValidation } from '../domain/ports/latest-validation.ts';
import type { Validation, ValidationSource } from '../domain/settings-checks/finding.ts';
import { judgeSettings, verdictOf } from '../domain/settings-checks/judge-settings.ts';
import { namedPrivileges, type OpenProblem } from '../domain/settings-checks/open-problems.ts';
import type { SettingsSnapshot } from '../domain/settings-checks/settings-snapshot.ts';

export interface ValidationPorts {
  /** Reads the facts of the three systems, within seconds. Does not fail when one of them is down. */
  readonly gather: (input: {
    readonly now: Date;
    readonly privileges: readonly string[];
  }) => Promise<SettingsSnapshot>;
  /** The problems with open errors now, with the number of them. */
  readonly openProblems: () => Promise<readonly OpenProblem[]>;
  /** Companies that ever sent a heartbeat. */
  readonly senders: () => Promise<readonly string[]>;
  readonly latestValidation: Pick<LatestValidation, 'save' | 'get'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

export interface SettingsValidator {
  /** Judges a snapshot, or reads the systems live. Callers who ask during a live run share it. */
  validate(request: {
    readonly snapshot?: SettingsSnapshot | undefined;
    readonly language: Language;
  }): Promise<Validation>;
  /** A live run for the timer; undefined when another one is running. */
  validateOnSchedule(): Promise<Validation | undefined>;
  /**
   * The last validation of a source.
   * @throws {AppError} `not-found` if there was none yet.
   */
  latest(source: ValidationSource, language: Language): Promise<Validation>;
}

/** A validator whose live runs never overlap. */
export function createSettingsValidator(ports: ValidationPorts): SettingsValidator {
  let liveRun: Promise<Translated<Validation>> | undefined;

  function runLive(isScheduled: boolean): Promise<Translated<Validation>> {
    liveRun ??= run(ports, undefined, isScheduled).finally(() => {
      liveRun = undefined;
    });
    return liveRun;
  }

  return {
    async validate({ snapshot, language }) {
      return (await (snapshot ? run(ports, snapshot, false) : runLive(false)))[language];
    },
    async validateOnSchedule() {
      return liveRun ? undefined : (await runLive(true)).en;
    },
    async latest(source, language) {
      const validation = await ports.latestValidation.get(source);
      if (!validation) throw new AppError('not-found', noneYet[source]);
      return validation[language];
    },
  };
}

const noneYet: Readonly<Record<ValidationSource, string>> = {
  live: 'No live validation has run yet; ask for one first',
  snapshot: 'No snapshot has been validated yet; send one first',
};

async function run(
  { gather, openProblems, senders, latestValidation, now, newId }: ValidationPorts,
  given: SettingsSnapshot | undefined,
  isScheduled: boolean,
): Promise<Translated<Validation>> {
  const at = now();
  const id = newId();
  const [problems, companies] = await Promise.all([openProblems(), senders()]);
  const snapshot = given ?? (await gather({ now: at, privileges: namedPrivileges(problems) }));
  const source = given ? 'snapshot' : 'live';
  const inLanguage = (language: Language): Validation => {
    const findings = judgeSettings({
      snapshot,
      now: at,
      openProblems: problems,
      senders: companies,
      language,
    });
    return { id, at: at.toISOString(), source, verdict: verdictOf(findings), findings };
  };
  const validation: Translated<Validation> = { en: inLanguage('en'), nl: inLanguage('nl') };
  await latestValidation.save(source, validation, { isScheduled });
  return validation;
}
