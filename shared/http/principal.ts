import type { HttpRequest } from '@azure/functions';
import * as z from 'zod';
import { AppError } from '../domain/app-error.ts';
import type { AuthenticationMode } from '../domain/authentication-mode.ts';
import { type GrantedScope, grantedScopes, type Scope } from './operation.ts';

/** The app role that each scope requires with `AUTH=entra`. */
export const rolesByScope: Readonly<Record<GrantedScope, string>> = {
  report: 'Errors.Report',
  read: 'Errors.Read',
  manage: 'Errors.Manage',
  validate: 'Settings.Validate',
};

// App Service authentication sends this as `x-ms-client-principal`, base64-encoded.
const clientPrincipal = z.object({
  // Microsoft Entra ID: claims of other providers may be called roles too.
  auth_typ: z.literal('aad'),
  name_typ: z.string().optional(),
  role_typ: z.string().optional(),
  claims: z.array(z.object({ typ: z.string(), val: z.string() })),
});

/** Length of a name that we store with an action, in UTF-16 units. */
const nameLimit = 200;

/** Methods that change nothing. */
const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Who calls. */
export interface Caller {
  /** As it is written to what the caller does. */
  readonly name: string;
  readonly scopes: readonly GrantedScope[];
}

/**
 * The caller, after a check that the caller has the scope. With `entra`, pages of other sites may change
 * nothing: a browser adds the sign-in of its user to their requests too.
 * @param deskOrigin Origin of the page of the desk, if it is not the host of the request.
 * @throws {AppError} foreign-origin, unauthenticated, forbidden
 */
export function authorize(
  mode: AuthenticationMode,
  scope: Scope,
  request: HttpRequest,
  deskOrigin?: string,
): Caller {
  const anyone = { name: 'anyone', scopes: [] };
  // The host checked the key.
  if (mode === 'keys') return scope === 'public' ? anyone : { name: 'function key', scopes: grantedScopes };
  if (!safeMethods.includes(request.method) && isForeign(request, deskOrigin))
    throw new AppError('foreign-origin', 'A page of another site may not change anything here');
  if (scope === 'public') return anyone;
  const principal = principalIn(request.headers.get('x-ms-client-principal'));
  if (!principal) throw new AppError('unauthenticated', 'This needs a sign-in with Microsoft Entra ID');
  const scopes = grantedScopes.filter((one) => principal.roles.includes(rolesByScope[one]));
  if (scope !== 'signed-in' && !scopes.includes(scope))
    throw new AppError('forbidden', `The sign-in lacks the app role ${rolesByScope[scope]}`);
  return { name: principal.name, scopes };
}

/** Whether a page of another site sent the request. Apps that are no browser send no `Origin`. */
function isForeign({ headers, url }: HttpRequest, deskOrigin: string | undefined): boolean {
  const origin = headers.get('origin');
  if (origin === null || origin === deskOrigin) return false;
  // Only the host counts: TLS ends at the platform, so the scheme of the request may differ.
  return URL.parse(origin)?.host !== new URL(url).host;
}

function principalIn(
  header: string | null,
): { readonly name: string; readonly roles: readonly string[] } | undefined {
  if (!header) return undefined;
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(header, 'base64').toString('utf8'));
  } catch {
    // The platform did not write this: nobody is signed in.
    return undefined;
  }
  const parsed = clientPrincipal.safeParse(decoded);
  if (!parsed.success) return undefined;
  const { claims, name_typ: nameType, role_typ: roleType } = parsed.data;
  const claimOf = (...types: readonly (string | undefined)[]) =>
    types.map((type) => claims.find(({ typ }) => typ === type)?.val).find((value) => value);
  return {
    name: (
      claimOf(
        nameType,
        'preferred_username',
        'name',
        'azp',
        'appid',
        'http://schemas.microsoft.com/identity/claims/objectidentifier',
        'oid',
      ) ?? 'signed-in caller'
    ).slice(0, nameLimit),
    roles: claims.filter(({ typ }) => typ === 'roles' || typ === roleType).map(({ val }) => val),
  };
}
