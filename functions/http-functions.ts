import type { HttpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { continueCleanup } from './continue-cleanup.ts';
import { decideProblem } from './decide-problem.ts';
import { decideProblems } from './decide-problems.ts';
import { decideRecord } from './decide-record.ts';
import { deleteError } from './delete-error.ts';
import { diagnoseTexts } from './diagnose.ts';
import { getCleanup } from './get-cleanup.ts';
import { getDashboard } from './get-dashboard.ts';
import { getDashboardFile } from './get-dashboard-file.ts';
import { getError } from './get-error.ts';
import { getLatestValidation } from './get-latest-validation.ts';
import { getOverview } from './get-overview.ts';
import { getProblem } from './get-problem.ts';
import { health } from './health.ts';
import { listAlerts } from './list-alerts.ts';
import { listCleanups } from './list-cleanups.ts';
import { listErrors } from './list-errors.ts';
import { listProblems } from './list-problems.ts';
import { listRecords } from './list-records.ts';
import { openapi } from './openapi.ts';
import { reportErrors } from './report-errors.ts';
import { reportHeartbeat } from './report-heartbeat.ts';
import { startCleanup } from './start-cleanup.ts';
import { testAlert } from './test-alert.ts';
import { undoCleanup } from './undo-cleanup.ts';
import { undoDecision } from './undo-decision.ts';
import { validateSettings } from './validate-settings.ts';
import { whoAmI } from './who-am-i.ts';

export const httpFunctions: readonly HttpFunction<Services>[] = [
  reportErrors,
  reportHeartbeat,
  listErrors,
  getError,
  deleteError,
  getOverview,
  listProblems,
  getProblem,
  listRecords,
  decideProblem,
  decideRecord,
  decideProblems,
  undoDecision,
  startCleanup,
  listCleanups,
  getCleanup,
  continueCleanup,
  undoCleanup,
  diagnoseTexts,
  validateSettings,
  getLatestValidation,
  listAlerts,
  testAlert,
  whoAmI,
  getDashboard,
  getDashboardFile,
  openapi,
  health,
];
