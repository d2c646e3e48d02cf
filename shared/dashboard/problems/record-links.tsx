import { Link } from '@fluentui/react-components';
import type { RecordLinks as Links, RecordReference } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';
import { settingOf } from './link-settings.ts';

interface Sides {
  readonly source?: RecordReference;
  readonly destination?: RecordReference;
  readonly links: Links;
}

/** Both sides of an error or a record, each with its link, or with the setting that would make it one. */
export function RecordLinks({ source, destination, links }: Sides) {
  return (
    <ul className="plain record-links">
      <Side side={source} link={links.source} />
      <Side side={destination} link={links.destination} />
    </ul>
  );
}

function Side({
  side,
  link,
}: {
  readonly side: RecordReference | undefined;
  readonly link: string | undefined;
}) {
  const { t } = useTexts();
  if (!side) return null;
  const isBusinessCentral = side.app === 'business-central';
  return (
    <li>
      <span className="record-name">{recordName(side)}</span>{' '}
      {link ? (
        <Link href={link} target="_blank" rel="noopener noreferrer">
          {isBusinessCentral ? t.records.openInBusinessCentral : t.records.openInDataverse}
        </Link>
      ) : (
        <span className="hint">{t.records.noLink(settingOf[side.app])}</span>
      )}
    </li>
  );
}

/** What people call a record, else its id. */
export function recordName({ name, table, recordId }: RecordReference): string {
  return name ?? recordId ?? table ?? '–';
}
