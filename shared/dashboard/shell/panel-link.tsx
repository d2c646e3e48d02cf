import type { MouseEvent, ReactNode } from 'react';
import { type AddressChange, useAddress } from '../address/use-address.ts';

/** A link to a place of the page: followed without loading it again, opened elsewhere as any link. */
export function PanelLink({
  href,
  change,
  children,
}: {
  readonly href: string;
  readonly change: AddressChange;
  readonly children: ReactNode;
}) {
  const { go } = useAddress();
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(change);
  };
  return (
    <a href={href} onClick={follow}>
      {children}
    </a>
  );
}
