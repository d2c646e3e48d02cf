import { Field, Input, MessageBar, MessageBarBody, Radio, RadioGroup } from '@fluentui/react-components';
import type { Filter, FilterName } from '../address/filter.ts';
import { useTexts } from '../messages/use-texts.ts';
import { filterWords } from './filter-words.ts';
import { type Choice, cleanupFilterOf, daysOf } from './selection.ts';

const choices: readonly Choice[] = ['age', 'all', 'filter'];

/** Which errors are to go: by age, all, or those that the list shows. */
export function ChoiceFields({
  choice,
  days,
  filter,
  refused,
  isOfProblem,
  onChoice,
  onDays,
}: {
  readonly choice: Choice;
  /** As typed. */
  readonly days: string;
  readonly filter: Filter;
  /** Parts of the filter that a clean-up does not take. */
  readonly refused: readonly FilterName[];
  /** Nothing to choose: the errors of one problem. */
  readonly isOfProblem: boolean;
  readonly onChoice: (choice: Choice) => void;
  readonly onDays: (days: string) => void;
}) {
  const { t, format } = useTexts();
  const texts = t.cleanups.dialog;
  const refusal =
    refused.length > 0 ? texts.refused(format.list(refused.map((name) => t.filters.names[name]))) : undefined;
  const selected = cleanupFilterOf(filter, undefined);
  if (isOfProblem)
    return (
      <>
        {selected && <p>{filterWords(selected, t).join(' · ')}</p>}
        {refusal && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{refusal}</MessageBarBody>
          </MessageBar>
        )}
      </>
    );
  const filterHint = refusal ?? (selected ? filterWords(selected, t).join(' · ') : texts.noFilter);
  return (
    <>
      <Field label={texts.which}>
        <RadioGroup
          value={choice}
          onChange={(_, { value }) => {
            const chosen = choices.find((one) => one === value);
            if (chosen) onChoice(chosen);
          }}
        >
          <Radio value="age" label={texts.age} />
          <Radio value="all" label={texts.all} />
          <Radio
            value="filter"
            disabled={refusal !== undefined || selected === undefined}
            label={
              <>
                {texts.filter}
                <span className="choice-hint">{filterHint}</span>
              </>
            }
          />
        </RadioGroup>
      </Field>
      {choice === 'age' && (
        <Field
          className="choice-days"
          label={texts.days}
          {...(daysOf(days) === undefined ? { validationMessage: texts.badDays } : {})}
        >
          <Input
            type="number"
            inputMode="numeric"
            min={1}
            max={90}
            value={days}
            onChange={(_, { value }) => onDays(value)}
          />
        </Field>
      )}
    </>
  );
}
