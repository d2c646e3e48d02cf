/** How callers show who they are: function keys, checked by the host, or App Service authentication. */
export const authenticationModes = ['keys', 'entra'] as const;
export type AuthenticationMode = (typeof authenticationModes)[number];
