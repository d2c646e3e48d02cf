import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text that people see, with the id that the AL compiler gives it. */
export interface AlText {
  readonly id: string;
  readonly source: string;
}

/** An object of an AL file. The reader knows the layout of our own files: one object a file, braces on lines of their own. */
export interface AlObject {
  readonly file: string;
  readonly kind: string;
  readonly id: number;
  readonly name: string;
  readonly source: string;
  /** Fields of a table, or controls and actions of a page, by name. */
  readonly members: readonly string[];
  /** Captions, tooltips and labels, without locked ones. */
  readonly texts: readonly AlText[];
}

const kindNames: Readonly<Record<string, string>> = {
  codeunit: 'Codeunit',
  enum: 'Enum',
  page: 'Page',
  pageextension: 'PageExtension',
  permissionset: 'PermissionSet',
  table: 'Table',
};

/** All objects of an extension, in the order of their files. */
export function readExtension(folder: string): AlObject[] {
  return globSync('src/*.al', { cwd: folder })
    .sort()
    .map((file) => readObject(file, readFileSync(join(folder, file), 'utf8')));
}

function readObject(file: string, source: string): AlObject {
  const head = /^(\w+) (\d+) "([^"]+)"/m.exec(source);
  if (!head) throw new Error(`${file} declares no object`);
  const [, kind = '', id, name = ''] = head;
  const kindName = kindNames[kind];
  if (!kindName) throw new Error(`${file}: the reader does not know ${kind}`);
  const root = `${kindName} ${nameHash(name)}`;
  const members: string[] = [];
  const texts: AlText[] = [];
  // What the open braces belong to: a member's part of an id, or nothing.
  const open: string[] = [];
  let last = '';
  for (const line of source.split('\n').map((each) => each.trim())) {
    const member = memberOf(line, kind);
    if (member) {
      last = ` - ${member.type} ${nameHash(member.name)}`;
      members.push(member.name);
    }
    if (line === '{') {
      open.push(last);
      last = '';
    }
    if (line === '}') open.pop();
    const place = open.findLast((part) => part !== '') ?? '';
    const property = /^(Caption|ToolTip) = '((?:[^']|'')*)'(?!.*Locked = true)/.exec(line);
    if (property)
      texts.push({
        id: `${root}${place} - Property ${nameHash(property[1] ?? '')}`,
        source: unquoted(property[2]),
      });
    const label = /^(\w+): Label '((?:[^']|'')*)'(?!.*Locked = true)/.exec(line);
    if (label)
      texts.push({ id: `${root} - NamedType ${nameHash(label[1] ?? '')}`, source: unquoted(label[2]) });
  }
  return { file, kind, id: Number(id), name, source, members, texts };
}

function memberOf(line: string, kind: string): { type: string; name: string } | undefined {
  const tableField = /^field\(\d+; "?([^";]+)"?;/.exec(line);
  if (kind === 'table' && tableField) return { type: 'Field', name: tableField[1] ?? '' };
  const value = /^value\(\d+; "?([^")]+)"?\)/.exec(line);
  if (value) return { type: 'EnumValue', name: value[1] ?? '' };
  const action = /^action(?:ref)?\((\w+)/.exec(line);
  if (action) return { type: 'Action', name: action[1] ?? '' };
  const control = /^(?:field|group|repeater)\("?([^";)]+)"?/.exec(line);
  if (kind.startsWith('page') && control) return { type: 'Control', name: control[1] ?? '' };
  return undefined;
}

const unquoted = (text = '') => text.replaceAll("''", "'");

/** FNV-1a of the name in UTF-16, as a signed number plus 2^31 - 1: how the AL compiler numbers a name in a translation id. */
export function nameHash(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name, 'utf16le')) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash | 0) + 2147483647;
}
