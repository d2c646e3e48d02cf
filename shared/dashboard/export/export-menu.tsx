import { Button, Menu, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useTexts } from '../messages/use-texts.ts';
import { ExportItems } from './export-items.tsx';

/** A button that saves a list as a file. */
export function ExportMenu({ path, query }: { readonly path: string; readonly query: URLSearchParams }) {
  const { t } = useTexts();
  return (
    <Menu>
      <MenuTrigger>
        <Button size="small">{t.exports.button}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <ExportItems path={path} query={query} />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
