import { Link } from '@fluentui/react-components';
import { useTexts } from '../messages/use-texts.ts';
import type { SnapshotFault } from './snapshot-text.ts';

/** What the API does not take in a snapshot; each leads to its place in the text. */
export function SnapshotFaults({
  faults,
  onShow,
}: {
  readonly faults: readonly SnapshotFault[];
  readonly onShow: (place: number) => void;
}) {
  const { t } = useTexts();
  const texts = t.settingsCheck.snapshot;
  return (
    <div role="alert">
      {faults.length > 0 && (
        <>
          <strong>{texts.refused}</strong>
          <ul className="snapshot-faults">
            {faults.map(({ place, line, pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>
                <Link as="button" inline onClick={() => onShow(place)}>
                  {texts.at(line)}
                </Link>
                {pointer && (
                  <>
                    {' '}
                    <code>{pointer}</code>
                  </>
                )}
                : {detail}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
