/**
 * How long a `Retry-After` header asks to wait, ms: it holds seconds or a date. Undefined where there is none, or none
 * that can be read.
 * @param now ms since 1970
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const asked = header?.trim();
  if (!asked) return undefined;
  const waitMs = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - now;
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}
