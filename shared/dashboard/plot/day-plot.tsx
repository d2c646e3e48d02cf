import { useMemo } from 'react';
import { useAddress } from '../address/use-address.ts';
import type { Overview } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { dayMs } from '../shell/durations.ts';
import { StackedPlot } from './stacked-plot.tsx';

/** Errors of seven days by cause; a choice of days opens their problems. */
export function DayPlot({ at, byCause }: Pick<Overview, 'at' | 'byCause'>) {
  const { t } = useTexts();
  const { open } = useAddress();
  const lastDay = Math.floor(Date.parse(at) / dayMs) * dayMs;
  const columns = useMemo(
    () =>
      Array.from({ length: 7 }, (_, index) => ({
        at: lastDay - (6 - index) * dayMs,
        counts: new Map(byCause.map(({ cause, days }) => [cause, days[index] ?? 0])),
      })),
    [byCause, lastDay],
  );
  return (
    <StackedPlot
      title={t.plot.perDay}
      unit="day"
      columns={columns}
      onChoose={(since, until) => open({ view: 'problems', filter: { since, until } })}
    />
  );
}
