import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTexts } from '../messages/use-texts.ts';
import { focusList } from './focus-row.ts';

/** What had the focus before the first panel opened. */
let opener: Element | null = null;

/**
 * A panel at the right, beside the list it is of; on narrow windows it covers the page. It takes the focus when it
 * opens, and gives it back when it closes.
 */
export function Panel({
  title,
  onClose,
  children,
  actions,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  const { t } = useTexts();
  const panel = useRef<HTMLElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    if (!document.activeElement?.closest('.panel') && document.activeElement !== document.body)
      opener = document.activeElement;
    element.focus();
    return () => {
      // The next problem may have opened in its place.
      requestAnimationFrame(() => {
        if (document.querySelector('.panel')) return;
        focusAgain(opener);
        opener = null;
      });
    };
  }, []);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    // On the document, since the focus falls to its body when what had it is gone.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const { target } = event;
      if (target === document.body || (target instanceof Node && panel.current?.contains(target)))
        close.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <section ref={panel} className="panel" role="dialog" aria-labelledby={titleId} tabIndex={-1}>
      <div className="panel-head">
        <h2 id={titleId}>{title}</h2>
        <div className="panel-actions">
          {actions}
          <Button appearance="subtle" onClick={onClose}>
            {t.close}
          </Button>
        </div>
      </div>
      <div className="panel-body">{children}</div>
    </section>
  );
}

/** Focuses what had the focus, else the list. */
function focusAgain(element: Element | null): void {
  if (element instanceof HTMLElement && element.isConnected) element.focus();
  else focusList();
}
