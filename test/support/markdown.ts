import { readFileSync } from 'node:fs';

/** A block of code in a page, with what the comment before it says. */
export interface TestedBlock {
  readonly marker: string;
  readonly language: string;
  readonly text: string;
}

/** The blocks of code of a page that come after a comment `<!-- tested: … -->`. */
export function testedBlocks(file: string): TestedBlock[] {
  const blocks = readFileSync(file, 'utf8').matchAll(
    /<!-- tested: (?<marker>[^>]+?) -->\n```(?<language>\w+)\n(?<text>.*?)\n```/gs,
  );
  return [...blocks].map(({ groups }) => ({
    marker: groups?.['marker'] ?? '',
    language: groups?.['language'] ?? '',
    text: groups?.['text'] ?? '',
  }));
}

/** The words of a shell command, with variables of double-quoted and bare words filled in. */
export function shellWords(command: string, variables: Readonly<Record<string, string>>): string[] {
  const fill = (text: string) =>
    text.replaceAll(/\$(\w+)/g, (_, name: string) => {
      const value = variables[name];
      if (value === undefined) throw new Error(`The command uses $${name}, which nothing sets`);
      return value;
    });
  const words = command.matchAll(/'([^']*)'|"([^"]*)"|([^\s'"]+)/g);
  return [...words].map(([, single, double, bare]) => single ?? fill(double ?? bare ?? ''));
}
