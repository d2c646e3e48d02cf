import { describeErrorLog } from '../../support/error-log-contract.ts';
import { inMemoryErrorLog } from '../../support/memory-error-log.ts';
import { memoryStorage } from '../../support/storage.ts';

describeErrorLog('in memory', inMemoryErrorLog);
describeErrorLog('on tables in memory', () => memoryStorage().errorLog);
