import { Button } from '@fluentui/react-components';
import type { Filter } from '../address/filter.ts';
import { isFiltered } from '../address/filter.ts';
import { useAddress } from '../address/use-address.ts';
import { Cause, Direction, GivenUpStatus, ProblemStatus, Resolver } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { CopyButton } from '../shell/copy-button.tsx';
import { type FilteredView, pillsOf, withoutPill } from './applied.ts';
import { ChoiceFilter } from './choice-filter.tsx';
import { PeriodFilter } from './period-filter.tsx';
import { pillText } from './pill-text.ts';
import { SavedViews } from './saved-views.tsx';
import { SearchFilter } from './search-filter.tsx';
import { useKnownNames } from './use-known-names.ts';

const entryStatuses = Object.values(ProblemStatus).filter((status) => status !== 'regressed');

/** What a list is narrowed to, and how to change that. */
export function FilterBar({ view }: { readonly view: FilteredView }) {
  const { t, format } = useTexts();
  const { address, go } = useAddress();
  const known = useKnownNames();
  const { filter } = address;
  const change = (part: Partial<Filter>) => go({ filter: { ...filter, ...part } });
  const pills = pillsOf(filter, view);
  const notHere = pills.filter(({ isApplied }) => !isApplied);
  const problem = view === 'errors' ? address.problem : undefined;
  return (
    <section className="filters" aria-label={t.filters.label}>
      <div className="filter-controls">
        {view === 'errors' && (
          <SearchFilter
            value={filter.q}
            onChange={(q) => go({ filter: { ...filter, q } }, { replace: true })}
          />
        )}
        <ChoiceFilter
          label={t.filters.names.status}
          options={view === 'errors' ? entryStatuses : Object.values(ProblemStatus)}
          chosen={filter.status}
          textOf={(status) => t.statuses[status]}
          onChange={(status) => change({ status })}
        />
        <ChoiceFilter
          label={t.filters.names.cause}
          options={Object.values(Cause)}
          chosen={filter.cause}
          textOf={(cause) => t.causes[cause]}
          onChange={(cause) => change({ cause })}
        />
        <ChoiceFilter
          label={t.filters.names.resolver}
          options={Object.values(Resolver)}
          chosen={filter.resolver}
          textOf={(resolver) => t.resolvers[resolver]}
          onChange={(resolver) => change({ resolver })}
        />
        <ChoiceFilter
          label={t.filters.names.mapping}
          options={known.mapping}
          chosen={filter.mapping}
          textOf={(mapping) => mapping}
          onChange={(mapping) => change({ mapping })}
        />
        <ChoiceFilter
          label={t.filters.names.company}
          options={known.company}
          chosen={filter.company}
          textOf={(company) => company}
          onChange={(company) => change({ company })}
        />
        <ChoiceFilter
          label={t.filters.names.direction}
          options={Object.values(Direction)}
          chosen={filter.direction}
          textOf={(direction) => t.directions[direction]}
          onChange={(direction) => change({ direction })}
        />
        {view === 'problems' && (
          <ChoiceFilter
            label={t.filters.names.givenUp}
            options={Object.values(GivenUpStatus)}
            chosen={filter.givenUp}
            textOf={(givenUp) => t.filters.givenUpWords[givenUp]}
            onChange={(givenUp) => change({ givenUp })}
          />
        )}
        <PeriodFilter filter={filter} onChange={change} />
        <SavedViews />
        <CopyButton text={() => location.href}>{t.copyLink}</CopyButton>
      </div>
      {(pills.length > 0 || problem) && (
        <div className="pills">
          {problem && (
            <Pill
              text={`${t.filters.names.problem}: ${problem}`}
              onRemove={() => go({ problem: undefined })}
              isApplied
            />
          )}
          {pills.map((pill) => (
            <Pill
              key={`${pill.name} ${pill.value}`}
              text={pillText(pill, t, format)}
              isApplied={pill.isApplied}
              onRemove={() => go({ filter: withoutPill(filter, pill) })}
            />
          ))}
          {(isFiltered(filter) || problem) && (
            <Button size="small" appearance="subtle" onClick={() => go({ filter: {}, problem: undefined })}>
              {t.filters.reset}
            </Button>
          )}
        </div>
      )}
      {notHere.length > 0 && (
        <p className="hint" role="status">
          {t.filters.notHere(format.list(notHere.map((pill) => pillText(pill, t, format))))}
        </p>
      )}
    </section>
  );
}

function Pill({
  text,
  isApplied,
  onRemove,
}: {
  readonly text: string;
  readonly isApplied: boolean;
  readonly onRemove: () => void;
}) {
  const { t } = useTexts();
  return (
    <Button
      size="small"
      shape="circular"
      className={isApplied ? 'pill' : 'pill pill-idle'}
      aria-label={t.filters.remove(text)}
      onClick={onRemove}
    >
      {text} ×
    </Button>
  );
}
