import type { Messages } from './en.ts';
import { alerts } from './nl/alerts.ts';
import { cleanups } from './nl/cleanups.ts';
import { errors } from './nl/errors.ts';
import { failureTitles } from './nl/failure-titles.ts';
import { filters } from './nl/filters.ts';
import { plot } from './nl/plot.ts';
import { problems } from './nl/problems.ts';
import { settingsCheck } from './nl/settings-check.ts';
import { shell } from './nl/shell.ts';
import { states } from './nl/states.ts';

export const nl = {
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
} satisfies Messages;
