/** Milliseconds in an hour. */
export const hourMs = 3_600_000;

/** Milliseconds in a day. */
export const dayMs = 24 * hourMs;
