import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Overview } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';

const AlertsPanel = lazy(() => import('./alerts-panel.tsx'));

/** Opens what the desk told by itself; it says where something could not be told. */
export function AlertsBell({ overview }: { readonly overview: Overview | undefined }) {
  const { t, format } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const dead = overview?.notices.find(({ code }) => code === 'alerts-dead')?.count ?? 0;
  return (
    <>
      <Button appearance="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {dead > 0 ? `🔔 ${t.alerts.buttonWithDead(dead, format)}` : `🔔 ${t.alerts.button}`}
      </Button>
      {isOpen && (
        <Suspense>
          <AlertsPanel onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
