import { useQuery } from '@tanstack/react-query';
import { useConnection } from '../api/connection.ts';
import type { Scopes } from '../api/generated-client.ts';
import { callerQuery } from '../api/queries.ts';
import { useTexts } from '../messages/use-texts.ts';

/** Who uses the page, and why something is not allowed. Where neither key nor sign-in is set, everything is tried. */
export function useCaller() {
  const { mode, key } = useConnection();
  const { t } = useTexts();
  const { data } = useQuery({
    ...callerQuery(),
    enabled: mode === 'entra' || key !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: false,
  });
  return {
    name: data?.name,
    /** Why the caller may not do this; undefined where it may. */
    reasonAgainst: (scope: Scopes): string | undefined =>
      data && !data.scopes.includes(scope) ? t.signIn.missingRole(roleOf[scope]) : undefined,
  };
}

/** App roles of the service, by what they allow. */
const roleOf: Readonly<Record<Scopes, string>> = {
  report: 'Errors.Report',
  read: 'Errors.Read',
  manage: 'Errors.Manage',
  validate: 'Settings.Validate',
};
