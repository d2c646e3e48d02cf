import { useTexts } from '../messages/use-texts.ts';
import { trendOf } from './trend.ts';

const width = 84;
const height = 28;

/** Seven small bars, one a day; their name says the trend in words. */
export function DayBars({ days }: { readonly days: readonly number[] }) {
  const { t, format } = useTexts();
  const most = Math.max(1, ...days);
  const step = width / days.length;
  const total = days.reduce((sum, count) => sum + count, 0);
  const name = t.plot.trend[trendOf(days)](total, format);
  return (
    <svg className="day-bars" width={width} height={height} role="img" aria-label={name}>
      <title>{name}</title>
      {days.map((count, index) => {
        const bar = count === 0 ? 1 : Math.max(2, (count / most) * (height - 2));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place.
          <rect key={index} x={index * step + 1} y={height - bar} width={step - 2} height={bar} />
        );
      })}
    </svg>
  );
}
