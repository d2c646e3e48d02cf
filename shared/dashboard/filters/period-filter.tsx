import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Filter } from '../address/filter.ts';
import { localInputValue } from '../decisions/snooze-choices.ts';
import { useTexts } from '../messages/use-texts.ts';
import { hourMs } from '../shell/durations.ts';
import { useFocusReturn } from '../shell/use-focus-return.ts';

interface PeriodFilterProps {
  readonly filter: Filter;
  readonly onChange: (part: Pick<Filter, 'since' | 'until'>) => void;
}

/** The period that is shown: the last hours, or two times. */
export function PeriodFilter({ filter, onChange }: PeriodFilterProps) {
  const { t } = useTexts();
  const [isChoosing, setIsChoosing] = useState(false);
  const last = (hours: number) =>
    onChange({ since: new Date(Date.now() - hours * hourMs).toISOString(), until: undefined });
  return (
    <>
      <Menu>
        <MenuTrigger>
          <Button size="small">{t.filters.period}</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => last(1)}>{t.filters.lastHour}</MenuItem>
            <MenuItem onClick={() => last(24)}>{t.filters.lastDay}</MenuItem>
            <MenuItem onClick={() => onChange({ since: undefined, until: undefined })}>
              {t.filters.allKept}
            </MenuItem>
            <MenuItem onClick={() => setIsChoosing(true)}>{t.filters.otherPeriod}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {isChoosing && (
        <PeriodDialog filter={filter} onChange={onChange} onClose={() => setIsChoosing(false)} />
      )}
    </>
  );
}

function PeriodDialog({ filter, onChange, onClose }: PeriodFilterProps & { readonly onClose: () => void }) {
  const { t, format } = useTexts();
  useFocusReturn();
  const [since, setSince] = useState(() => inputOf(filter.since));
  const [until, setUntil] = useState(() => inputOf(filter.until));
  const isReversed = since !== '' && until !== '' && since >= until;
  const apply = () => {
    onChange({ since: momentOf(since), until: momentOf(until) });
    onClose();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.filters.period}</DialogTitle>
          <DialogContent className="stack">
            <Field label={`${t.filters.names.since} (${format.zone()})`}>
              <Input type="datetime-local" value={since} onChange={(_, { value }) => setSince(value)} />
            </Field>
            <Field
              label={`${t.filters.names.until} (${format.zone()})`}
              validationMessage={isReversed ? t.filters.reversed : undefined}
            >
              <Input type="datetime-local" value={until} onChange={(_, { value }) => setUntil(value)} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabled={isReversed} onClick={apply}>
              {t.filters.apply}
            </Button>
            <Button onClick={onClose}>{t.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function inputOf(time: string | undefined): string {
  return time === undefined ? '' : localInputValue(new Date(time));
}

function momentOf(input: string): string | undefined {
  return input === '' ? undefined : new Date(input).toISOString();
}
