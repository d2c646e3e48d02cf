import { Button } from '@fluentui/react-components';
import { useTexts } from '../messages/use-texts.ts';

/** New rows that wait until somebody wants to see them. */
export function WaitingRows({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  const { t, format } = useTexts();
  return (
    <div role="status">
      {count > 0 && (
        <Button size="small" onClick={onShow}>
          {t.list.waiting(count, format)}
        </Button>
      )}
    </div>
  );
}
