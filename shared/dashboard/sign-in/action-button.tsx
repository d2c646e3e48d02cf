import { Button, type ButtonProps, Tooltip } from '@fluentui/react-components';
import type { Scopes } from '../api/generated-client.ts';
import { useCaller } from './use-caller.ts';

/** A button for what not everybody may do: it stays, disabled, and says why. */
export function ActionButton({
  needs,
  reason,
  ...props
}: ButtonProps & { readonly needs: Scopes; readonly reason?: string | undefined }) {
  const against = useCaller().reasonAgainst(needs) ?? reason;
  if (against === undefined) return <Button {...props} />;
  return (
    <Tooltip content={against} relationship="description">
      <Button {...props} disabledFocusable />
    </Tooltip>
  );
}
