import {
  type ButtonProps,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../messages/use-texts.ts';
import { ActionButton } from '../sign-in/action-button.tsx';
import { snoozeChoices } from './snooze-choices.ts';

const SnoozeDialog = lazy(() => import('./snooze-dialog.tsx'));

interface SnoozeProps {
  readonly onSnooze: (until: string) => void;
}

/** A button with the usual ends of a snooze, and a date. */
export function SnoozeMenu({ onSnooze, ...button }: SnoozeProps & Pick<ButtonProps, 'size'>) {
  const { t } = useTexts();
  const [isChoosing, setIsChoosing] = useState(false);
  return (
    <>
      <Menu>
        <MenuTrigger>
          <ActionButton needs="manage" {...button}>
            {t.decisions.snooze}
          </ActionButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <SnoozeItems onSnooze={onSnooze} />
            <MenuItem onClick={() => setIsChoosing(true)}>{t.decisions.snoozeUntilDate}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {isChoosing && (
        <Suspense>
          <SnoozeDialog
            onClose={() => setIsChoosing(false)}
            onSnooze={(until) => {
              setIsChoosing(false);
              onSnooze(until);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function SnoozeItems({ onSnooze }: SnoozeProps) {
  const { t, format } = useTexts();
  const { hour, tomorrow, week } = snoozeChoices(new Date());
  const choices = [
    [t.decisions.snoozeHour, hour],
    [t.decisions.snoozeTomorrow, tomorrow],
    [t.decisions.snoozeWeek, week],
  ] as const;
  return choices.map(([label, until]) => (
    <MenuItem
      key={label}
      secondaryContent={format.moment(until.getTime())}
      onClick={() => onSnooze(until.toISOString())}
    >
      {label}
    </MenuItem>
  ));
}
