import { Link } from '@fluentui/react-components';
import type { ErrorEntry, RecordReference } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { recordName } from '../problems/record-links.tsx';

/** Both records of an error in a row of the list: their names, which are links where their addresses are known. */
export function ErrorRecords({
  error: { source, destination, links },
  isTabStop,
}: {
  readonly error: Pick<ErrorEntry, 'source' | 'destination' | 'links'>;
  readonly isTabStop: boolean;
}) {
  return (
    <>
      <Side side={source} link={links.source} isTabStop={isTabStop} />
      <Side side={destination} link={links.destination} isTabStop={isTabStop} />
    </>
  );
}

function Side({
  side,
  link,
  isTabStop,
}: {
  readonly side: RecordReference | undefined;
  readonly link: string | undefined;
  readonly isTabStop: boolean;
}) {
  const { t } = useTexts();
  if (!side) return null;
  const name = recordName(side);
  const opens = side.app === 'business-central' ? t.records.openInBusinessCentral : t.records.openInDataverse;
  return (
    <div className="error-record">
      {link ? (
        <Link
          href={link}
          tabIndex={isTabStop ? 0 : -1}
          target="_blank"
          rel="noopener noreferrer"
          title={opens}
          aria-label={`${name}: ${opens}`}
        >
          {name}
        </Link>
      ) : (
        name
      )}
    </div>
  );
}
