import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useAddress } from '../address/use-address.ts';
import type { Overview } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';

/** Shows one company, or one environment, only: where there are several. */
export function CompanySwitch({ heard }: Pick<Overview, 'heard'>) {
  const { t } = useTexts();
  return (
    <>
      <NameSwitch name="environment" names={heard.map(({ environment }) => environment)} {...t.environment} />
      <NameSwitch name="company" names={heard.map(({ company }) => company)} {...t.company} />
    </>
  );
}

interface NameSwitchProps {
  readonly name: 'company' | 'environment';
  readonly names: readonly (string | undefined)[];
  readonly label: string;
  readonly all: string;
}

/** *Do now* is of all companies, so there the choice opens the problems of one. */
function NameSwitch({ name, names, label, all }: NameSwitchProps) {
  const { address, go } = useAddress();
  const { filter, view } = address;
  const options = [...new Set(names.filter((one) => one !== undefined))].toSorted();
  if (options.length < 2) return null;
  const [chosen = ''] = filter[name]?.length === 1 ? filter[name] : [];
  const choose = (option: string | undefined) =>
    go({
      view: view === 'do-now' ? 'problems' : view,
      filter: { ...filter, [name]: option ? [option] : undefined },
    });
  return (
    <Menu
      checkedValues={{ [name]: [chosen] }}
      onCheckedValueChange={(_, { checkedItems: [option] }) => choose(option)}
    >
      <MenuTrigger>
        <Button appearance="subtle">{chosen || label}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name={name} value="">
            {all}
          </MenuItemRadio>
          {options.map((option) => (
            <MenuItemRadio key={option} name={name} value={option}>
              {option}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
