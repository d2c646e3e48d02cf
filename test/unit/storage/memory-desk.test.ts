import { describeDesk } from '../../support/desk-contract.ts';
import { memoryStorage, twoDesks } from '../../support/storage.ts';

describeDesk('on tables in memory', () => twoDesks(memoryStorage()));
