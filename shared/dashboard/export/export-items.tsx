import { MenuItem } from '@fluentui/react-components';
import { ApiFailure } from '../api/api-failure.ts';
import { useToasts } from '../decisions/toasts.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { failureTitle } from '../states/failure-title.ts';
import { download } from './download.ts';

/** Menu items that save what an address lists, as Excel or CSV. */
export function ExportItems({
  path,
  query,
  of,
}: {
  readonly path: string;
  readonly query: URLSearchParams;
  /** What is saved, where nothing else says it. */
  readonly of?: string;
}) {
  const { t, language } = useTexts();
  const toasts = useToasts();
  const textOf = (kind: string) => (of === undefined ? kind : `${of}: ${kind}`);
  const save = async (format: 'xlsx' | 'csv') => {
    try {
      await download(path, query, format, language);
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : undefined;
      toasts.failed(failureTitle(error, t), failure?.detail);
    }
  };
  return (
    <>
      <MenuItem onClick={() => void save('xlsx')}>{textOf(t.exports.excel)}</MenuItem>
      <MenuItem onClick={() => void save('csv')}>{textOf(t.exports.csv)}</MenuItem>
    </>
  );
}
