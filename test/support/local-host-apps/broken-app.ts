throw new Error('The setting RETENTION_DAYS is not a number');
