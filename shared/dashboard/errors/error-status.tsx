import { Badge } from '@fluentui/react-components';
import type { EntryStatus } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';

/** The status of an error's problem, in a word and, where it is decided, a sign. */
export function ErrorStatus({ status }: { readonly status: EntryStatus }) {
  const { t } = useTexts();
  return (
    <Badge
      appearance={status === 'open' ? 'outline' : 'tint'}
      color={status === 'resolved' ? 'success' : 'informative'}
    >
      {status === 'resolved' ? '✓ ' : ''}
      {t.statuses[status]}
    </Badge>
  );
}
