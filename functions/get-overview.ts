import { hash } from 'node:crypto';
import { overviewBody, toOverviewBody } from '../shared/http/bodies/overview-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { readOverview } from '../shared/use-cases/read-overview.ts';

/** GET /api/overview: what to do first, and all else that a first screen shows. */
export const getOverview = httpFunction({
  id: 'getOverview',
  summary: 'What to do first, and how things stand',
  description:
    'At most 32 kB, whatever the number of errors. The ETag does not depend on `at`: ask again with If-None-Match, and nothing new costs no body.',
  method: 'GET',
  route: 'overview',
  scope: 'read',
  translated: true,
  answers: {
    200: { description: 'The overview', body: overviewBody, headers: ['etag'] },
    304: { description: 'Nothing changed since that ETag', headers: ['etag'] },
  },
  problems: ['storage-unavailable'],
  handle: async (services: Services, { language, header }) => {
    const [overview, validation, alerts] = await Promise.all([
      readOverview(services),
      services.latestValidation.get('live'),
      services.alerts.health(),
    ]);
    const unreadable = services.unreadableRows();
    const body = toOverviewBody(overview, {
      language,
      validation: validation?.[language],
      unreadable,
      deadAlerts: alerts.dead,
    });
    const etag = etagOf({ ...body, at: '' }, language);
    // A browser may keep it, and asks each time whether it still holds.
    const headers = {
      etag,
      'cache-control': 'private, no-cache',
      vary: 'Accept-Language, x-functions-key',
    };
    // The boundary adds the encoding to the answer that has a body.
    if (isNamed(etag, header('if-none-match')))
      return { status: 304, headers: { ...headers, vary: `${headers.vary}, Accept-Encoding` } };
    return { status: 200, body, headers };
  },
});

/** Weak, since `at` differs in what has the same ETag. */
function etagOf(body: unknown, language: string): string {
  return `W/"${hash('sha256', JSON.stringify([language, body]), 'base64url').slice(0, 27)}"`;
}

/** Whether an `If-None-Match` names an ETag. Proxies that compress may have made it weak or strong. */
function isNamed(etag: string, ifNoneMatch: string | undefined): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}
