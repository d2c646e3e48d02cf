import type { ReactNode } from 'react';
import { type AddressChange, useAddress } from '../address/use-address.ts';
import { following } from './following.ts';

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
  return (
    <a href={href} onClick={following(() => go(change))}>
      {children}
    </a>
  );
}
