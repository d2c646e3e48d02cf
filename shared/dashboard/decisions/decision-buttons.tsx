import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import type { Problem } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { ActionButton } from '../sign-in/action-button.tsx';
import { useCaller } from '../sign-in/use-caller.ts';
import { useDecisions } from './decisions-provider.tsx';
import { SnoozeMenu } from './snooze-menu.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

const NoteDialog = lazy(() => import('./note-dialog.tsx'));

/** What can be decided on one problem; `children` are more items of its menu. */
export function DecisionButtons({
  problem,
  children,
}: {
  readonly problem: Pick<Problem, 'id' | 'etag' | 'status' | 'title' | 'decision'>;
  readonly children?: ReactNode;
}) {
  const { t } = useTexts();
  const { decide } = useDecisions();
  const reason = useCaller().reasonAgainst('manage');
  const [isNoting, setIsNoting] = useState(false);
  const isOpen = problem.status === 'open' || problem.status === 'regressed';
  const buttons = useRef<HTMLDivElement>(null);
  const focus = useKeptFocus(buttons, isOpen);
  return (
    <div ref={buttons} className="actions" {...focus}>
      {isOpen ? (
        <>
          <ActionButton
            needs="manage"
            appearance="primary"
            onClick={() => void decide([problem], { status: 'resolved' })}
          >
            {t.decisions.resolve}
          </ActionButton>
          <SnoozeMenu onSnooze={(until) => void decide([problem], { status: 'snoozed', until })} />
        </>
      ) : (
        <ActionButton needs="manage" onClick={() => void decide([problem], { status: 'open' })}>
          {t.decisions.reopen}
        </ActionButton>
      )}
      <Menu>
        <MenuTrigger>
          <Button appearance="subtle">{t.more}</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {isOpen && (
              <MenuItem
                disabled={reason !== undefined}
                {...(reason ? { secondaryContent: reason } : {})}
                onClick={() => void decide([problem], { status: 'ignored' })}
              >
                {t.decisions.ignore}
              </MenuItem>
            )}
            <MenuItem
              disabled={reason !== undefined}
              {...(reason ? { secondaryContent: reason } : {})}
              onClick={() => setIsNoting(true)}
            >
              {t.decisions.note}
            </MenuItem>
            {children}
          </MenuList>
        </MenuPopover>
      </Menu>
      {isNoting && (
        <Suspense>
          <NoteDialog
            problem={problem}
            note={problem.decision?.note ?? ''}
            onClose={() => setIsNoting(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
