/** The token of the next page, from the link of the last one. */
export function nextPageToken({ nextLink }: { readonly nextLink?: string | undefined }): string | undefined {
  if (nextLink === undefined) return undefined;
  return new URL(nextLink, 'http://localhost').searchParams.get('pagetoken') ?? undefined;
}
