import { describeDesk } from '../../support/desk-contract.ts';
import { freshStorage, twoDesks } from '../../support/storage.ts';

describeDesk('on the storage service', () => twoDesks(freshStorage()));
