import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';

interface ChoiceFilterProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Value[];
  readonly chosen: readonly Value[] | undefined;
  readonly textOf: (value: Value) => string;
  readonly onChange: (chosen: readonly Value[] | undefined) => void;
}

/** A button with the values of one filter; several are joined by or. */
export function ChoiceFilter<Value extends string>({
  label,
  options,
  chosen = [],
  textOf,
  onChange,
}: ChoiceFilterProps<Value>) {
  const all = [...options, ...chosen.filter((value) => !options.includes(value))];
  if (all.length === 0) return null;
  return (
    <Menu
      checkedValues={{ values: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const found = all.filter((value) => checkedItems.includes(value));
        onChange(found.length > 0 ? found : undefined);
      }}
    >
      <MenuTrigger>
        <Button size="small">{chosen.length > 0 ? `${label} (${chosen.length})` : label}</Button>
      </MenuTrigger>
      <MenuPopover className="filter-options">
        <MenuList>
          {all.map((value) => (
            <MenuItemCheckbox key={value} name="values" value={value}>
              {textOf(value)}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
