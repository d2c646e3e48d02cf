import { describe, expect, it } from 'vitest';
import { packagesByName, withPackages } from '../../../infra/fluent-packages.ts';

const packages = packagesByName(
  'export { Button, ToggleButton } from "@fluentui/react-button";\nexport { Badge } from "@fluentui/react-badge";',
);

describe('controls are taken from their own packages', () => {
  it('one import becomes several, without its types', () => {
    const source =
      "import {\n  Badge,\n  Button,\n  type ButtonProps,\n} from '@fluentui/react-components';\nrest();";
    expect(withPackages(source, packages)).toBe(
      "import { Badge } from '@fluentui/react-badge'; import { Button } from '@fluentui/react-button';\nrest();",
    );
  });

  it('a name that the index does not export in this way stays', () => {
    const source = "import { useSomething } from '@fluentui/react-components';";
    expect(withPackages(source, packages)).toBe(source);
  });
});
