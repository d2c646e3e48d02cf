import { QueryClient } from '@tanstack/react-query';
import { refreshInterval } from './activity.ts';

/**
 * Reads again every 30 seconds and on return to the page. What failed is asked again by who shows the failure, so that
 * nothing is sent while a Retry-After counts down.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        staleTime: 5_000,
        refetchInterval: ({ state }) => (state.status === 'error' ? false : refreshInterval()),
        refetchOnWindowFocus: ({ state }) => state.status !== 'error',
        refetchOnReconnect: ({ state }) => state.status !== 'error' || isWithoutAnswer(state.error),
        refetchOnMount: ({ state }) => state.status !== 'error',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

function isWithoutAnswer(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 0;
}
