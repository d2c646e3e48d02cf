import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../../..');
const pages = [...globSync(['*.md', 'docs/**/*.md'], { cwd: project })].sort();
const read = (path: string) => readFileSync(join(project, path), 'utf8');

/** The page without code, because brackets in code are not links. */
const prose = (page: string) =>
  read(page)
    .replaceAll(/^```.*?^```$/gms, '')
    .replaceAll(/`[^`\n]*`/g, 'code');

/** The anchor of a heading, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

function anchorsIn(page: string): string[] {
  return [...read(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

describe.each(pages)('%s', (page) => {
  const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

  it('links to files and headings that exist', () => {
    for (const target of links.filter((one) => !/^[a-z]+:/.test(one))) {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : relative(project, join(project, dirname(page), path));
      expect(existsSync(join(project, file)), target).toBe(true);
      if (anchor !== undefined) expect(anchorsIn(file), target).toContain(anchor);
    }
  });

  it('links to other sites by https only', () => {
    expect(links.filter((one) => /^[a-z]+:/.test(one) && !/^(https:|http:\/\/localhost)/.test(one))).toEqual(
      [],
    );
  });

  it('names only files of the project that exist', () => {
    const named = read(page).matchAll(
      /(?<![\w./-])(?:test|infra|shared|functions|docs)\/[\w./-]+\.(?:ts|md|json|bicep)\b/g,
    );
    for (const [path] of named) expect(existsSync(join(project, path)), path).toBe(true);
  });
});

it('README.md has at most 150 lines, and names the Node versions of package.json', () => {
  expect(read('README.md').split('\n').length - 1).toBeLessThanOrEqual(150);
  const { engines }: { engines: { node: string } } = JSON.parse(read('package.json'));
  const [, first, second] = /^\^(\d+\.\d+)\.0 \|\| \^(\d+)\.0\.0$/.exec(engines.node) ?? [];
  expect(read('README.md')).toContain(`Node ${parseInt(first ?? '', 10)} (${first} or newer) or ${second},`);
});

it('docs/security.md names a test for each answer', () => {
  const rows = read('docs/security.md')
    .split('\n')
    .filter((line) => /^\| (?!threat|-)/.test(line));
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) expect(row).toMatch(/\| test\/\S+\.test\.ts(?:, test\/\S+\.test\.ts)* +\|$/);
});
