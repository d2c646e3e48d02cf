import { Badge, type BadgeProps } from '@fluentui/react-components';
import type { Verdict } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';

const looks: Readonly<Record<Verdict, { readonly color: BadgeProps['color']; readonly sign: string }>> = {
  pass: { color: 'success', sign: '✓' },
  warn: { color: 'warning', sign: '!' },
  fail: { color: 'danger', sign: '✗' },
  skipped: { color: 'informative', sign: '–' },
};

/** The status of a check: a colour, a sign and a word. */
export function StatusMark({ status }: { readonly status: Verdict }) {
  const { t } = useTexts();
  const { color, sign } = looks[status];
  return (
    <Badge appearance="tint" color={color ?? 'informative'}>
      {`${sign} ${t.checkStatuses[status]}`}
    </Badge>
  );
}
