import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { hrefOf, useAddress } from '../address/use-address.ts';
import { type View, views } from '../address/views.ts';
import { useTexts } from '../messages/use-texts.ts';
import { following } from './following.ts';
import { useIsNarrow } from './use-is-narrow.ts';

/** The views as links; where there is little room, those that are not shown are in a menu. */
export function ViewTabs({ view }: { readonly view: View }) {
  const { t } = useTexts();
  const { address, go } = useAddress();
  const isNarrow = useIsNarrow();
  const first = isNarrow ? [...new Set<View>(['do-now', view])] : views;
  const filter = address.filter;
  return (
    <nav className="tabs" aria-label={t.viewsLabel}>
      {first.map((one) => (
        <a
          key={one}
          className="tab"
          href={hrefOf({ view: one, filter })}
          {...(one === view ? { 'aria-current': 'page' as const } : {})}
          onClick={following(() => go({ view: one }))}
        >
          {t.views[one]}
        </a>
      ))}
      {isNarrow && (
        <Menu>
          <MenuTrigger>
            <Button appearance="subtle">{t.more}</Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {views
                .filter((one) => !first.includes(one))
                .map((one) => (
                  <MenuItem key={one} onClick={() => go({ view: one })}>
                    {t.views[one]}
                  </MenuItem>
                ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </nav>
  );
}
