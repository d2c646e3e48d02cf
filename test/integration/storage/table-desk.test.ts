import { describeDesk } from '../../support/desk-contract.ts';
import { freshStorage } from '../../support/storage.ts';

describeDesk('on the storage service', () => freshStorage().desk);
