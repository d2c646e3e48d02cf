/** How the last two days compare with those before, per day. */
export function trendOf(days: readonly number[]): 'rising' | 'falling' | 'steady' {
  const average = (counts: readonly number[]) =>
    counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  const [before, last] = [average(days.slice(0, -2)), average(days.slice(-2))];
  if (last > before * 1.5) return 'rising';
  return last < before / 1.5 ? 'falling' : 'steady';
}
