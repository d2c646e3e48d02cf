import { useMemo } from 'react';
import { hrefOf } from '../address/use-address.ts';
import type { ErrorEntry } from '../api/generated-client.ts';
import type { Column } from '../list/virtual-rows.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { following } from '../shell/following.ts';
import { Moment } from '../shell/moment.tsx';
import { ErrorRecords } from './error-records.tsx';
import { ErrorStatus } from './error-status.tsx';

/** What a row says of an error. */
export function useErrorColumns(open: (id: string) => void): readonly Column<ErrorEntry>[] {
  const { t } = useTexts();
  return useMemo(() => {
    const { columns } = t.errors;
    return [
      {
        name: 'error-time',
        head: columns.time,
        cell: ({ occurredAt }) => <Moment at={occurredAt} isExact />,
      },
      {
        name: 'error-place',
        head: columns.place,
        cell: ({ company, mapping, direction }) => (
          <>
            <span>{company}</span>{' '}
            <span className="hint">
              {[mapping, direction && t.directions[direction]].filter(Boolean).join(' · ')}
            </span>
          </>
        ),
      },
      {
        name: 'error-message',
        head: columns.message,
        cell: ({ id, message }) => (
          <a href={hrefOf({ view: 'errors', error: id })} tabIndex={-1} onClick={following(() => open(id))}>
            {message}
          </a>
        ),
      },
      { name: 'error-status', head: columns.status, cell: ({ status }) => <ErrorStatus status={status} /> },
      {
        name: 'error-records',
        head: columns.records,
        cell: (error, _, isTabStop) => <ErrorRecords error={error} isTabStop={isTabStop} />,
      },
    ];
  }, [t, open]);
}
