import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import type { DecidedStatus, Problem } from '../api/generated-client.ts';
import { useDecisions } from '../decisions/decisions-provider.tsx';
import { SnoozeMenu } from '../decisions/snooze-menu.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { ActionButton } from '../sign-in/action-button.tsx';
import type { Selection } from './use-selection.ts';

/** Decides on the chosen problems together, with one undo. */
export function SelectionBar({
  selection,
  all,
}: {
  readonly selection: Selection<Problem>;
  readonly all: readonly Problem[];
}) {
  const { t, format } = useTexts();
  const { decide } = useDecisions();
  const { chosen, set } = selection;
  const select = useRef<HTMLButtonElement>(null);
  const take = (status: DecidedStatus, until?: string) => {
    // The buttons go away.
    select.current?.focus();
    void decide(chosen, { status, until });
    set([]);
  };
  return (
    <div className="selection">
      <Button
        ref={select}
        size="small"
        onClick={() => set(chosen.length === all.length ? [] : all.map(({ id }) => id))}
      >
        {chosen.length === all.length ? t.list.clearSelection : t.list.selectAll}
      </Button>
      <span role="status">{chosen.length > 0 ? t.list.selected(chosen.length, format) : ''}</span>
      {chosen.length > 0 && (
        <>
          <ActionButton needs="manage" size="small" appearance="primary" onClick={() => take('resolved')}>
            {t.decisions.resolve}
          </ActionButton>
          <SnoozeMenu size="small" onSnooze={(until) => take('snoozed', until)} />
          <ActionButton needs="manage" size="small" onClick={() => take('ignored')}>
            {t.decisions.ignore}
          </ActionButton>
          <ActionButton needs="manage" size="small" onClick={() => take('open')}>
            {t.decisions.reopen}
          </ActionButton>
        </>
      )}
    </div>
  );
}
