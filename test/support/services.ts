import { readConfig } from '../../shared/config.ts';
import { createServices, type Services } from '../../shared/services.ts';

/** The services of an app whose error log and desk are these; `parts` replaces any of the others. */
export function servicesWith(parts: Pick<Services, 'errorLog' | 'desk'> & Partial<Services>): Services {
  return { ...createServices(readConfig({ ERROR_LOG: 'UseDevelopmentStorage=true' })), ...parts };
}
