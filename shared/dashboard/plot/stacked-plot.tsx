import { Button, ToggleButton } from '@fluentui/react-components';
import { nice, ticks } from 'd3-array';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTexts } from '../messages/use-texts.ts';
import { dayMs, hourMs } from '../shell/durations.ts';
import { useIsNarrow } from '../shell/use-is-narrow.ts';
import { CountAxis, TimeAxis } from './axes.tsx';
import { type Band, bandOf } from './band.ts';
import { causeName } from './cause-name.ts';
import { PlotTable } from './plot-table.tsx';
import { coloursOf } from './series-colours.ts';
import { countsOf, type PlotColumn, seriesOf } from './stacks.ts';
import { useWidth } from './use-width.ts';

const height = 180;
/** About so many counts are named. */
const countTicks = 4;
const margin = { top: 8, right: 8, bottom: 24, left: 44 };
/** Where there is little room: seven days. */
const narrowColumns = { hour: 7 * 24, day: 7 };
const unitMs = { hour: hourMs, day: dayMs };

interface StackedPlotProps {
  readonly title: string;
  readonly unit: 'hour' | 'day';
  readonly columns: readonly PlotColumn[];
  /** A click or a drag over columns: from the start of the first to the end of the last. */
  readonly onChoose: (since: string, until: string) => void;
}

/** Errors by cause, stacked, with a legend that leaves causes out, and the same as a table. */
export function StackedPlot({ title, unit, columns: given, onChoose }: StackedPlotProps) {
  const { t, format } = useTexts();
  const isNarrow = useIsNarrow();
  const columns = useMemo(
    () => (isNarrow ? given.slice(-narrowColumns[unit]) : given),
    [given, isNarrow, unit],
  );
  const [box, width] = useWidth();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [isTable, setIsTable] = useState(false);
  const [dragged, setDragged] = useState<readonly [number, number]>();
  const start = useRef<number>(undefined);
  const series = useMemo(() => seriesOf(columns), [columns]);
  const colours = useMemo(() => coloursOf(series), [series]);
  const shown = series.filter((cause) => !hidden.has(cause));
  const stacks = useMemo(
    () =>
      columns.map((column) => {
        const counts = countsOf(column, series);
        let below = 0;
        return series.map((cause, index) => {
          const count = hidden.has(cause) ? 0 : (counts[index] ?? 0);
          below += count;
          return { cause, from: below - count, to: below, count };
        });
      }),
    [columns, series, hidden],
  );
  const most = Math.max(1, ...stacks.map((stack) => stack.at(-1)?.to ?? 0));
  const band = bandOf(columns.length, margin.left, Math.max(margin.left + 1, width - margin.right));
  const [, top] = nice(0, most, countTicks);
  const yOf = (count: number) => margin.top + (1 - count / top) * (height - margin.top - margin.bottom);
  const labelOf = (at: number) =>
    unit === 'day' ? format.utcDay(at) : `${format.day(at)} ${format.hour(at)}`;
  const indexAt = (event: PointerEvent<SVGSVGElement>) =>
    band.at(event.clientX - event.currentTarget.getBoundingClientRect().left);
  const choose = ([one, other]: readonly [number, number]) => {
    const first = columns[Math.min(one, other)];
    const last = columns[Math.max(one, other)];
    if (first && last)
      onChoose(new Date(first.at).toISOString(), new Date(last.at + unitMs[unit]).toISOString());
  };
  const labelled = columns
    .map(({ at }, index) => ({ at, index }))
    .filter(({ at }) => unit === 'day' || new Date(at).getHours() === 0 || columns.length <= 12)
    .filter((_, index, all) => index % Math.ceil(all.length / Math.max(1, Math.floor(width / 90))) === 0)
    .map(({ index }) => index);
  const tickText = (at: number) => {
    if (unit === 'day') return format.utcDay(at);
    return columns.length <= 12 ? format.hour(at) : format.day(at);
  };
  return (
    <section className="plot" aria-label={title}>
      <div className="plot-head">
        <h2>{title}</h2>
        <ToggleButton size="small" checked={isTable} onClick={() => setIsTable(!isTable)}>
          {t.plot.asTable}
        </ToggleButton>
      </div>
      {isTable ? (
        <PlotTable title={title} columns={columns} series={series} labelOf={labelOf} />
      ) : (
        <div ref={box}>
          {width > 0 && (
            <svg
              width={width}
              height={height}
              role="img"
              aria-label={t.plot.summary(title, format.number(totalOf(stacks)))}
              className="plot-drawing"
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                start.current = indexAt(event);
                setDragged([start.current, start.current]);
              }}
              onPointerMove={(event) => {
                if (start.current !== undefined) setDragged([start.current, indexAt(event)]);
              }}
              onPointerUp={() => {
                if (dragged) choose(dragged);
                start.current = undefined;
                setDragged(undefined);
              }}
              onPointerCancel={() => {
                start.current = undefined;
                setDragged(undefined);
              }}
            >
              {dragged && <Brush band={band} dragged={dragged} />}
              {columns.map(({ at }, index) => (
                <g key={at}>
                  <title>{tooltipOf(labelOf(at), stacks[index] ?? [], t, format)}</title>
                  <rect
                    className="plot-hit"
                    x={band.left(index)}
                    y={margin.top}
                    width={band.width}
                    height={height - margin.top - margin.bottom}
                  />
                  {stacks[index]?.map(
                    ({ cause, from, to, count }) =>
                      count > 0 && (
                        <rect
                          key={cause}
                          className={`series-${colours.get(cause)}`}
                          x={band.left(index)}
                          y={yOf(to)}
                          width={band.width}
                          height={Math.max(1, yOf(from) - yOf(to))}
                        />
                      ),
                  )}
                </g>
              ))}
              <CountAxis
                ticks={ticks(0, top, countTicks).filter(Number.isInteger)}
                yOf={yOf}
                left={margin.left}
                textOf={format.number}
              />
              <TimeAxis
                band={band}
                ticks={labelled}
                top={height - margin.bottom}
                textOf={(column) => tickText(columns[column]?.at ?? 0)}
              />
            </svg>
          )}
        </div>
      )}
      <ul className="legend">
        {series.map((cause) => (
          <li key={cause}>
            <Button
              size="small"
              appearance="transparent"
              aria-pressed={!hidden.has(cause)}
              icon={
                <svg width="12" height="12" aria-hidden="true">
                  <rect className={`series-${colours.get(cause)}`} width="12" height="12" />
                </svg>
              }
              onClick={() => {
                const next = new Set(hidden);
                if (!next.delete(cause) && shown.length > 1) next.add(cause);
                setHidden(next);
              }}
            >
              {causeName(cause, t)}
            </Button>
          </li>
        ))}
      </ul>
      <p className="plot-zone">{unit === 'day' ? t.plot.utcDays : t.plot.zone(format.zone())}</p>
    </section>
  );
}

type Stack = readonly { readonly cause: string; readonly count: number }[];

function totalOf(stacks: readonly Stack[]): number {
  return stacks.flat().reduce((sum, { count }) => sum + count, 0);
}

function tooltipOf(
  label: string,
  stack: Stack,
  t: ReturnType<typeof useTexts>['t'],
  format: ReturnType<typeof useTexts>['format'],
): string {
  const lines = stack.filter(({ count }) => count > 0);
  return [label, ...lines.map(({ cause, count }) => `${causeName(cause, t)}: ${format.number(count)}`)].join(
    '\n',
  );
}

function Brush({
  band,
  dragged: [one, other],
}: {
  readonly band: Band;
  readonly dragged: readonly [number, number];
}) {
  const first = band.left(Math.min(one, other));
  return (
    <rect
      className="plot-brush"
      x={first}
      y={margin.top}
      width={band.left(Math.max(one, other)) - first + band.width}
      height={height - margin.top - margin.bottom}
    />
  );
}
