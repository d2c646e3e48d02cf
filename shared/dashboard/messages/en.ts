import { alerts } from './en/alerts.ts';
import { cleanups } from './en/cleanups.ts';
import { errors } from './en/errors.ts';
import { failureTitles } from './en/failure-titles.ts';
import { filters } from './en/filters.ts';
import { plot } from './en/plot.ts';
import { problems } from './en/problems.ts';
import { settingsCheck } from './en/settings-check.ts';
import { shell } from './en/shell.ts';
import { states } from './en/states.ts';

export const en = {
  ...shell,
  ...problems,
  ...filters,
  ...plot,
  ...states,
  alerts,
  failureTitles,
  errors,
  settingsCheck,
  cleanups,
};

export type Messages = typeof en;
