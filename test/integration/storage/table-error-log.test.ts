import { describeErrorLog } from '../../support/error-log-contract.ts';
import { freshStorage } from '../../support/storage.ts';

describeErrorLog('on the storage service', () => freshStorage().errorLog);
