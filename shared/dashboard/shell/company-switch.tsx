import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useAddress } from '../address/use-address.ts';
import type { Overview } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';

/** Shows one company only. *Do now* is of all companies, so there the choice opens the problems of one. */
export function CompanySwitch({ heard }: Pick<Overview, 'heard'>) {
  const { t } = useTexts();
  const { address, go } = useAddress();
  const { filter, view } = address;
  const companies = [...new Set(heard.map(({ company }) => company))].toSorted();
  if (companies.length < 2) return null;
  const [chosen = ''] = filter.company?.length === 1 ? filter.company : [];
  const choose = (company: string | undefined) =>
    go({
      view: view === 'do-now' ? 'problems' : view,
      filter: { ...filter, company: company ? [company] : undefined },
    });
  return (
    <Menu
      checkedValues={{ company: [chosen] }}
      onCheckedValueChange={(_, { checkedItems: [company] }) => choose(company)}
    >
      <MenuTrigger>
        <Button appearance="subtle">{chosen || t.company.label}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="company" value="">
            {t.company.all}
          </MenuItemRadio>
          {companies.map((company) => (
            <MenuItemRadio key={company} name="company" value={company}>
              {company}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
