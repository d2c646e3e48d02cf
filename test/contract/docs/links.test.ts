import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../../..');
const pages = ['README.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: project })].sort();
const read = (path: string) => readFileSync(join(project, path), 'utf8');

/** The page without code, where brackets are no links. */
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

  it('names only files that exist', () => {
    const named = read(page).matchAll(
      /(?<![\w./-])(?:test|infra|shared|functions|docs)\/[\w./-]+\.(?:ts|md|json|bicep)\b/g,
    );
    for (const [path] of named) expect(existsSync(join(project, path)), path).toBe(true);
  });
});

it('docs/security.md shows a test for each answer', () => {
  const rows = read('docs/security.md')
    .split('\n')
    .filter((line) => /^\| (?!threat|-)/.test(line));
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) expect(row).toMatch(/\| test\/\S+\.test\.ts(?:, test\/\S+\.test\.ts)* +\|$/);
});
