import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';

const grammar = join(import.meta.dirname, '../../node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm');

/** The declarations of a Bicep file, from its syntax tree. */
export interface BicepFile {
  readonly text: string;
  /** As `line: text`. */
  readonly syntaxErrors: readonly string[];
  /** Parameters by name. One without a default value is required. */
  readonly parameters: ReadonlyMap<string, { readonly required: boolean }>;
  readonly outputs: ReadonlySet<string>;
  readonly modules: ReadonlyMap<string, { readonly file: string; readonly parameters: ReadonlySet<string> }>;
  /** Resources by symbol, with their type and the syntax node of their value. */
  readonly resources: ReadonlyMap<string, { readonly type: string; readonly value: Node }>;
  /** The properties of a variable whose value is an object of texts. */
  readonly textsOf: (variable: string) => Readonly<Record<string, string>>;
}

let parser: Parser | undefined;

async function bicepParser(): Promise<Parser> {
  if (parser) return parser;
  await Parser.init();
  const created = new Parser();
  created.setLanguage(await Language.load(grammar));
  parser = created;
  return created;
}

/** Reads and parses a Bicep file. */
export function readBicep(file: string): Promise<BicepFile> {
  return parseBicep(readFileSync(file, 'utf8'), file);
}

/** Parses Bicep. Paths of modules are relative to `file`. */
export async function parseBicep(text: string, file: string): Promise<BicepFile> {
  const root = (await bicepParser()).parse(text)?.rootNode;
  if (!root) throw new Error(`${file} was not parsed`);
  const declarations = (type: string) => root.namedChildren.filter((node) => node.type === type);
  const variables = new Map(declarations('variable_declaration').map((node) => [nameOf(node), lastOf(node)]));
  return {
    text,
    syntaxErrors: syntaxErrorsOf(root),
    parameters: new Map(
      declarations('parameter_declaration').map((node) => [
        nameOf(node),
        { required: !node.text.includes('=') },
      ]),
    ),
    outputs: new Set(declarations('output_declaration').map(nameOf)),
    modules: new Map(
      declarations('module_declaration').map((node) => [
        nameOf(node),
        {
          file: join(dirname(file), textOf(childOf(node, 'string'))),
          parameters: new Set(Object.keys(propertiesOf(propertiesOf(lastOf(node))['params'] ?? node))),
        },
      ]),
    ),
    resources: new Map(
      declarations('resource_declaration').map((node) => [
        nameOf(node),
        { type: textOf(childOf(node, 'string')).split('@')[0] ?? '', value: lastOf(node) },
      ]),
    ),
    textsOf: (variable) => {
      const value = variables.get(variable);
      if (!value) throw new Error(`${file} has no variable ${variable}`);
      return Object.fromEntries(
        Object.entries(propertiesOf(value)).map(([name, node]) => [name, textOf(node)]),
      );
    },
  };
}

/** The properties of an object node, by name. */
export function propertiesOf(node: Node): Record<string, Node> {
  return Object.fromEntries(
    node.namedChildren
      .filter(({ type }) => type === 'object_property')
      .map((property) => {
        const key = property.namedChild(0);
        if (!key) throw new Error(`A property without a name: ${property.text}`);
        return [key.type === 'string' ? textOf(key) : key.text, lastOf(property)];
      }),
  );
}

/** The text of a string literal. */
export function textOf(node: Node): string {
  return node.text.replaceAll(/^'|'$/g, '');
}

function nameOf(node: Node): string {
  return childOf(node, 'identifier').text;
}

function childOf(node: Node, type: string): Node {
  const child = node.namedChildren.find((each) => each.type === type);
  if (!child) throw new Error(`No ${type} in: ${node.text}`);
  return child;
}

/** The value of a declaration, without its condition. */
function lastOf(node: Node): Node {
  const last = node.namedChildren.at(-1) ?? node;
  return last.type === 'if_statement' ? lastOf(last) : last;
}

function syntaxErrorsOf(node: Node): string[] {
  const own = node.isError || node.isMissing ? [`${node.startPosition.row + 1}: ${node.text}`] : [];
  return [...own, ...node.children.flatMap(syntaxErrorsOf)];
}
