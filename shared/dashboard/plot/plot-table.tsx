import { useTexts } from '../messages/use-texts.ts';
import { causeName } from './cause-name.ts';
import { countsOf, type PlotColumn } from './stacks.ts';

/** The numbers of a plot. */
export function PlotTable({
  title,
  columns,
  series,
  labelOf,
}: {
  readonly title: string;
  readonly columns: readonly PlotColumn[];
  readonly series: readonly string[];
  readonly labelOf: (at: number) => string;
}) {
  const { t, format } = useTexts();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, by keys too.
    <div className="plot-table" tabIndex={0} role="group" aria-label={title}>
      <table>
        <caption className="for-screen-readers">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.plot.time}</th>
            {series.map((cause) => (
              <th key={cause} scope="col">
                {causeName(cause, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.at}>
              <th scope="row">{labelOf(column.at)}</th>
              {countsOf(column, series).map((count, index) => (
                <td key={series[index]}>{format.number(count)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
