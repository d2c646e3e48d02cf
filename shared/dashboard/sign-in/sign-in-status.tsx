import { Button } from '@fluentui/react-components';
import { useConnection } from '../api/connection.ts';
import { useTexts } from '../messages/use-texts.ts';
import { useCaller } from './use-caller.ts';

/** Who is signed in, or the button that forgets the key of this tab. */
export function SignInStatus({ mode }: { readonly mode: 'keys' | 'entra' }) {
  const { t } = useTexts();
  const { key, forgetKey } = useConnection();
  const { name } = useCaller();
  if (mode === 'entra') return name ? <span>{t.signIn.as(name)}</span> : null;
  if (key === undefined) return null;
  return (
    <Button appearance="subtle" onClick={forgetKey}>
      {t.keys.forget}
    </Button>
  );
}

/** Where the platform signs people in, and comes back to this address. */
export function signInAddress(): string {
  const back = encodeURIComponent(`${location.pathname}${location.search}`);
  return `/.auth/login/aad?post_login_redirect_uri=${back}`;
}
