import type { Problem } from '../api/generated-client.ts';

const likelyPrefix = 'likely:';

/** The title with what tells the problem apart from others of its cause. */
export function problemName({
  title,
  key,
  cause,
  mapping,
  company,
}: Pick<Problem, 'title' | 'key' | 'cause' | 'mapping' | 'company'>): string {
  // The key of an unrecognized text is a hash.
  const shownKey = cause === 'unclassified' || key?.startsWith(likelyPrefix) ? undefined : key;
  const details = [shownKey, mapping, company].filter((detail) => detail && !title.includes(detail));
  return details.length > 0 ? `${title}: ${details.join(', ')}` : title;
}
