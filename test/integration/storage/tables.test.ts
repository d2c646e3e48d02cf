import { inject } from 'vitest';
import { openTableService } from '../../../shared/storage/tables/table-service.ts';
import { describeTables } from '../../support/tables-contract.ts';

describeTables('of the storage service', () => openTableService({ connectionString: inject('errorLog') }));
