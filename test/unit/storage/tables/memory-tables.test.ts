import { MemoryTables } from '../../../support/memory-tables.ts';
import { describeTables } from '../../../support/tables-contract.ts';

describeTables('in memory', () => new MemoryTables());
