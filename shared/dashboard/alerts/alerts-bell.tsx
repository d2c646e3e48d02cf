import { Button } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { useAddress } from '../address/use-address.ts';
import type { Overview } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';

const AlertsPanel = lazy(() => import('./alerts-panel.tsx'));

/** Opens what the desk told by itself; it says where something could not be told. */
export function AlertsBell({ overview }: { readonly overview: Overview | undefined }) {
  const { t, format } = useTexts();
  const { address, go } = useAddress();
  const isOpen = address.panel === 'alerts';
  const close = () => go({ panel: undefined }, { replace: true });
  const dead = overview?.notices.find(({ code }) => code === 'alerts-dead')?.count ?? 0;
  return (
    <>
      <Button
        appearance="subtle"
        icon={<Bell />}
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : go({ panel: 'alerts' }))}
      >
        {dead > 0 ? t.alerts.buttonWithDead(dead, format) : t.alerts.button}
      </Button>
      {isOpen && (
        <Suspense>
          <AlertsPanel onClose={close} />
        </Suspense>
      )}
    </>
  );
}

/** Drawn, since not every system has the character. */
function Bell() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
      <path d="M10 2a5 5 0 0 0-5 5v4l-1.4 2.3A.8.8 0 0 0 4.3 14.5h11.4a.8.8 0 0 0 .7-1.2L15 11V7a5 5 0 0 0-5-5Zm-2 13.5a2 2 0 0 0 4 0Z" />
    </svg>
  );
}
