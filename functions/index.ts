import { app } from '@azure/functions';
import { readConfig } from '../shared/config.ts';
import { atBoundary } from '../shared/http/boundary.ts';
import { createServices } from '../shared/services.ts';
import { countingStorageCalls } from '../shared/storage/tables/storage-call-count.ts';
import { expireErrors } from './expire-errors.ts';
import { httpFunctions } from './http-functions.ts';
import { validateSettingsOnSchedule } from './validate-settings-on-schedule.ts';

// Settings, services, registrations: the only file with effects.
const config = readConfig(process.env);
const services = createServices(config);

// With HTTP streams a CSV of any length leaves as it is read. But the host then takes a request's headers from binding
// data, where a property `Headers` of a caller's JSON body replaces them: not where headers tell who asks.
app.setup({ enableHttpStream: config.AUTH === 'keys' });

for (const httpFunction of httpFunctions(services))
  app.http(
    httpFunction.operation.id,
    atBoundary(httpFunction, { authentication: config.AUTH, countingStorageCalls }),
  );

app.timer('expireErrors', expireErrors(services, config.CLEANUP_SCHEDULE));
if (config.VALIDATION_SCHEDULE)
  app.timer('validateSettingsOnSchedule', validateSettingsOnSchedule(services, config.VALIDATION_SCHEDULE));
