import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { type AddressChange, readAddress, useAddress } from '../address/use-address.ts';
import { useTexts } from '../messages/use-texts.ts';
import { SaveViewDialog } from './save-view-dialog.tsx';
import { addView, readViews, removeView } from './stored-views.ts';

const openOnly = ['open', 'regressed'] as const;

const builtIn = {
  administrators: { view: 'problems', filter: { status: openOnly, resolver: ['administrator'] } },
  recordUsers: { view: 'problems', filter: { status: openOnly, resolver: ['record-user'] } },
  givenUp: { view: 'problems', filter: { givenUp: ['likely', 'confirmed'] } },
  unrecognized: { view: 'problems', filter: { status: openOnly, cause: ['unclassified'] } },
} as const satisfies Readonly<Record<string, AddressChange>>;

/** Named addresses: four of ours, and those of this browser. */
export function SavedViews() {
  const { t } = useTexts();
  const { address, open } = useAddress();
  const { view } = address;
  const [query] = useSearchParams();
  const [views, setViews] = useState(() => readViews(localStorage));
  const [isNaming, setIsNaming] = useState(false);
  const save = (name: string) => {
    const kept = new URLSearchParams(query);
    for (const passing of ['error', 'panel', 'lang']) kept.delete(passing);
    // On *Errors* it is a filter.
    if (view !== 'errors') kept.delete('problem');
    setViews(addView(localStorage, { name, query: kept.toString() }));
    setIsNaming(false);
  };
  return (
    <>
      <Menu>
        <MenuTrigger>
          <Button size="small">{t.savedViews.button}</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => open(builtIn.administrators)}>
              {t.savedViews.builtIn.administrators}
            </MenuItem>
            <MenuItem onClick={() => open(builtIn.recordUsers)}>{t.savedViews.builtIn.recordUsers}</MenuItem>
            <MenuItem onClick={() => open(builtIn.givenUp)}>{t.savedViews.builtIn.givenUp}</MenuItem>
            <MenuItem onClick={() => open(builtIn.unrecognized)}>
              {t.savedViews.builtIn.unrecognized}
            </MenuItem>
            <MenuDivider />
            {views.map((one) => (
              <MenuItem key={one.name} onClick={() => open(readAddress(new URLSearchParams(one.query)))}>
                {one.name}
              </MenuItem>
            ))}
            {views.map((one) => (
              <MenuItem key={one.name} onClick={() => setViews(removeView(localStorage, one.name))}>
                {t.savedViews.remove(one.name)}
              </MenuItem>
            ))}
            <MenuItem onClick={() => setIsNaming(true)}>{t.savedViews.save}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {isNaming && <SaveViewDialog onSave={save} onClose={() => setIsNaming(false)} />}
    </>
  );
}
