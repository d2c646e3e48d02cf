import { createServer } from 'node:http';
import { close, listen } from './upstream-server.ts';

const secret = 'local-identity-header';

/** A local managed identity endpoint like that of App Service. */
export interface IdentityServer extends AsyncDisposable {
  /** Environment variables that make the credential classes use this endpoint. */
  readonly environment: { readonly IDENTITY_ENDPOINT: string; readonly IDENTITY_HEADER: string };
  /** A test may change it at any time. */
  behaviour: 'gives' | 'refuses' | 'hangs';
  /** The resource of each token request. */
  readonly resources: string[];
}

/** The token that the local identity gives for a resource. */
export function tokenFor(resource: string): string {
  return `token-for-${resource}`;
}

/** Starts an identity endpoint that gives tokens until its behaviour is changed. */
export async function startIdentityServer(): Promise<IdentityServer> {
  const resources: string[] = [];
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://identity').searchParams;
    const resource = query.get('resource') ?? '';
    resources.push(resource);
    if (identity.behaviour === 'hangs') return;
    const known =
      request.headers['x-identity-header'] === secret && query.get('api-version') === '2019-08-01';
    if (identity.behaviour === 'refuses' || !known) {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ statusCode: 400, message: 'No identity here' }));
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        access_token: tokenFor(resource),
        expires_on: String(Math.floor(Date.now() / 1000) + 3600),
        resource,
        token_type: 'Bearer',
        client_id: '7d1c3a52-0000-4000-8000-000000000001',
      }),
    );
  });
  const origin = await listen(server);
  const identity: IdentityServer = {
    behaviour: 'gives',
    environment: { IDENTITY_ENDPOINT: `${origin}/msi/token`, IDENTITY_HEADER: secret },
    resources,
    [Symbol.asyncDispose]: () => close(server),
  };
  return identity;
}
