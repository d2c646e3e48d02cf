import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requireNodeVersion } from '../../shared/node-version.ts';

describe('the version of Node', () => {
  it.each(['22.12.0', '22.12.1', '22.13.0', '24.0.0', '26.1.0', process.versions.node])(
    '%s is accepted',
    (version) => {
      expect(() => requireNodeVersion(version)).not.toThrow();
    },
  );

  it.each(['22.11.9', '22.2.0', '20.20.2', '18.0.0', '9.9.9'])('%s is refused by name', (version) => {
    expect(() => requireNodeVersion(version)).toThrow(
      `The error desk needs Node 22.12 or later, but this is Node ${version}`,
    );
  });

  it('is the one in package.json', () => {
    const file = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
    expect(JSON.parse(file)).toMatchObject({
      engines: { node: expect.stringContaining('^22.12.0') },
    });
  });
});
