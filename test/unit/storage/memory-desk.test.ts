import { describeDesk } from '../../support/desk-contract.ts';
import { inMemoryDesk } from '../../support/memory-desk.ts';
import { memoryStorage } from '../../support/storage.ts';

describeDesk('in memory', inMemoryDesk);
describeDesk('on tables in memory', () => memoryStorage().desk);
