import type { ErrorEntry } from '../api/generated-client.ts';
import { settingOf } from '../problems/link-settings.ts';

/**
 * The settings that would make records of these errors links: those of an app none of whose records is one. A record
 * alone can lack a link because its id is no key.
 */
export function missingLinkSettings(
  errors: readonly Pick<ErrorEntry, 'source' | 'destination' | 'links'>[],
): readonly string[] {
  const sides = errors.flatMap(({ source, destination, links }) => [
    ...(source ? [{ app: source.app, link: links.source }] : []),
    ...(destination ? [{ app: destination.app, link: links.destination }] : []),
  ]);
  const withLink = new Set(sides.filter(({ link }) => link).map(({ app }) => app));
  return [
    ...new Set(sides.filter(({ app }) => !withLink.has(app)).map(({ app }) => settingOf[app])),
  ].toSorted();
}
