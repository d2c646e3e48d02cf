import { Button, Menu, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { type Filter, isFiltered, writeFilter } from '../address/filter.ts';
import { errorFilter } from '../api/queries.ts';
import { ExportItems } from '../export/export-items.tsx';
import { WaitingRows } from '../list/waiting-rows.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { ActionButton } from '../sign-in/action-button.tsx';
import { missingLinkSettings } from './missing-links.ts';
import type { useErrorRows } from './use-error-rows.ts';

const CleanupDialog = lazy(() => import('../cleanups/cleanup-dialog.tsx'));

interface ErrorsBarProps {
  readonly errors: Pick<ReturnType<typeof useErrorRows>, 'rows' | 'hasMore' | 'waiting' | 'showWaiting'>;
  readonly filter: Filter;
  readonly problem: string | undefined;
}

/** How many errors there are, and what can be done with all of them. */
export function ErrorsBar({ errors, filter, problem }: ErrorsBarProps) {
  const { t, format } = useTexts();
  const { rows, hasMore } = errors;
  const [isDeleting, setIsDeleting] = useState(false);
  const missing = missingLinkSettings(rows ?? []);
  const isEmpty = rows?.length === 0 && !hasMore;
  const isNarrowed = isFiltered(filter) || problem !== undefined;
  return (
    <div className="list-bar">
      <strong role="status">
        {rows && (rows.length > 0 || !hasMore) && t.list.errors(rows.length, hasMore, format)}
      </strong>
      <WaitingRows count={errors.waiting} onShow={errors.showWaiting} />
      {missing.length > 0 && <span className="hint">{t.errors.linkHint(format.list(missing))}</span>}
      {!isEmpty && (
        <div className="list-actions">
          <Menu>
            <MenuTrigger>
              <Button>{t.exports.button}</Button>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <ExportItems path="/errors" query={listQuery(filter, problem)} />
              </MenuList>
            </MenuPopover>
          </Menu>
          <ActionButton needs="manage" onClick={() => setIsDeleting(true)}>
            {isNarrowed ? t.errors.deleteShown : t.errors.deleteAny}
          </ActionButton>
        </div>
      )}
      {isDeleting && (
        <Suspense>
          <CleanupDialog
            {...{ filter, problem }}
            first={isNarrowed ? 'filter' : 'age'}
            onClose={() => setIsDeleting(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** The query string that the list itself is read with. */
function listQuery(filter: Filter, problem: string | undefined): URLSearchParams {
  const query = new URLSearchParams(problem ? { problem } : {});
  writeFilter(query, errorFilter(filter));
  return query;
}
