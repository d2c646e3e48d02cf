import { join } from 'node:path';
import { app } from '@azure/functions';
import { readConfig } from '../shared/config.ts';
import { atBoundary } from '../shared/http/boundary.ts';
import { requireNodeVersion } from '../shared/node-version.ts';
import { createServices } from '../shared/services.ts';
import { expireErrors } from './expire-errors.ts';
import { httpFunctions } from './http-functions.ts';
import { sendAlerts } from './send-alerts.ts';
import { validateSettingsOnSchedule } from './validate-settings-on-schedule.ts';

// Settings, services, registrations: the only file with effects.
requireNodeVersion(process.versions.node);
const config = readConfig(process.env);
const services = createServices(config, { pageFolder: join(import.meta.dirname, 'dashboard') });

for (const httpFunction of httpFunctions)
  app.http(httpFunction.id, atBoundary(httpFunction, services, config.AUTH, config.DESK_WEB_URL));

app.timer('expireErrors', expireErrors(services, config.CLEANUP_SCHEDULE));
app.timer('sendAlerts', sendAlerts(services, config.ALERT_SCHEDULE));
if (config.VALIDATION_SCHEDULE)
  app.timer('validateSettingsOnSchedule', validateSettingsOnSchedule(services, config.VALIDATION_SCHEDULE));
