/** Settings of an app whose platform checks sign-ins. */
export const entraSettings = { AUTH: 'entra', WEBSITE_AUTH_ENABLED: 'True' } as const;

/** The header that App Service authentication writes for a caller of Microsoft Entra ID with these app roles. */
export function signedIn({
  roles = [],
  claims = [{ typ: 'preferred_username', val: 'robin@contoso.example' }],
  provider = 'aad',
}: {
  readonly roles?: readonly string[];
  readonly claims?: readonly { readonly typ: string; readonly val: string }[];
  readonly provider?: string;
} = {}): Record<string, string> {
  const principal = {
    auth_typ: provider,
    name_typ: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
    role_typ: 'http://schemas.microsoft.com/ws/2008/06/identity/claims/role',
    claims: [...claims, ...roles.map((val) => ({ typ: 'roles', val }))],
  };
  return { 'x-ms-client-principal': Buffer.from(JSON.stringify(principal)).toString('base64') };
}
