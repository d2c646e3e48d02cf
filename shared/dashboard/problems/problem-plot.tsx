import { ToggleButton } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Filter } from '../address/filter.ts';
import { useAddress } from '../address/use-address.ts';
import type { Problem } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { StackedPlot } from '../plot/stacked-plot.tsx';
import { columnsOf, firstOf } from '../plot/stacks.ts';
import { dayMs } from '../shell/durations.ts';

interface ProblemPlotProps {
  readonly problems: readonly Problem[];
  readonly unit: 'hour' | 'day';
  readonly onUnit: (unit: 'hour' | 'day') => void;
  readonly isPartial: boolean;
  readonly filter: Filter;
}

/** The errors of the listed problems, by hour or day; a choice of bars narrows the period. */
export function ProblemPlot({ problems, unit, onUnit, isPartial, filter }: ProblemPlotProps) {
  const { t } = useTexts();
  const { go } = useAddress();
  const columns = useMemo(() => {
    const points = problems.flatMap(({ cause, series = [] }) =>
      series.map(({ at, count }) => ({ at, count, cause })),
    );
    const until = filter.until ? Date.parse(filter.until) : Date.now();
    const since = filter.since ? Date.parse(filter.since) : firstOf(points, until - 6 * dayMs);
    return columnsOf(points, unit, since, until);
  }, [problems, unit, filter.since, filter.until]);
  return (
    <>
      <div className="plot-units">
        {(['hour', 'day'] as const).map((one) => (
          <ToggleButton key={one} size="small" checked={one === unit} onClick={() => onUnit(one)}>
            {t.plot.unit[one]}
          </ToggleButton>
        ))}
        {isPartial && <span className="hint">{t.plot.isPartial}</span>}
      </div>
      <StackedPlot
        title={unit === 'hour' ? t.plot.perHour : t.plot.perDay}
        unit={unit}
        columns={columns}
        onChoose={(since, until) => go({ filter: { ...filter, since, until } })}
      />
    </>
  );
}
