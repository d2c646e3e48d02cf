import { Button } from '@fluentui/react-components';
import { useAddress } from '../address/use-address.ts';
import { useTexts } from '../messages/use-texts.ts';

/** Nothing matches the filter. */
export function EmptyByFilter() {
  const { t } = useTexts();
  const { go } = useAddress();
  return (
    <div className="empty">
      <h2>{t.empty.nothingMatches}</h2>
      <p>{t.empty.changeFilter}</p>
      <Button onClick={() => go({ filter: {}, problem: undefined })}>{t.filters.reset}</Button>
    </div>
  );
}
