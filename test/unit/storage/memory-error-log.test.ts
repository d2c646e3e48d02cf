import { describeErrorLog } from '../../support/error-log-contract.ts';
import { memoryStorage } from '../../support/storage.ts';

describeErrorLog('on tables in memory', () => memoryStorage().errorLog);
