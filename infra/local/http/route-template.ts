import { type Constraint, routeConstraint } from './route-constraints.ts';

/** A route template that can be tried on paths. */
export interface RouteTemplate {
  /** The values of the parameters, or `undefined` where the path does not match; a missing optional one is absent. */
  match(path: string): Record<string, string> | undefined;
}

interface Parameter {
  readonly name: string;
  readonly optional: boolean;
  readonly catchAll: boolean;
  readonly defaultValue: string | undefined;
  readonly constraints: readonly Constraint[];
}

type Segment = { readonly literal: string } | Parameter;

/**
 * Reads a route template of ASP.NET Core: literals, `{name}`, `{name:constraint}`, `{name?}`, `{name=value}` and
 * `{*name}` at the end. Throws when it is not one, or has a segment that mixes text and parameters.
 */
export function parseRouteTemplate(template: string): RouteTemplate {
  if (template.startsWith('/') || template.startsWith('~'))
    throw new Error(`The route "${template}" begins with ${template[0]}`);
  const segments = splitSegments(template).map(parseSegment);
  const names = segments.flatMap((segment) => ('name' in segment ? [segment.name.toLowerCase()] : []));
  if (new Set(names).size < names.length) throw new Error(`The route "${template}" names a parameter twice`);
  segments.forEach((segment, index) => {
    if (!('name' in segment) || index === segments.length - 1) return;
    if (segment.catchAll) throw new Error(`The route "${template}" goes on after its catch-all`);
  });
  return { match: (path) => match(segments, path) };
}

/** Cuts at slashes that are not inside braces: a regular expression may hold one. */
function splitSegments(template: string): string[] {
  if (template === '') return [];
  const segments: string[] = [];
  let depth = 0;
  let current = '';
  for (const character of template) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth < 0) throw new Error(`The route "${template}" closes a brace that is not open`);
    if (character === '/' && depth === 0) {
      segments.push(current);
      current = '';
    } else current += character;
  }
  if (depth > 0) throw new Error(`The route "${template}" does not close a brace`);
  if (current !== '') segments.push(current);
  if (segments.includes('')) throw new Error(`The route "${template}" has an empty segment`);
  return segments;
}

function parseSegment(text: string): Segment {
  if (!/[{}]/.test(text)) {
    if (text.includes('?')) throw new Error(`The literal "${text}" holds a question mark`);
    return { literal: text };
  }
  if (!text.startsWith('{') || endOfBraces(text) !== text.length - 1)
    throw new Error(`The segment "${text}" mixes text and parameters, which the local host does not support`);
  return parseParameter(text.slice(1, -1), text);
}

/** Where the brace closes that opens a text. */
function endOfBraces(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

function parseParameter(inner: string, segment: string): Parameter {
  const stars = /^\*{0,2}/.exec(inner)?.[0] ?? '';
  const optional = inner.endsWith('?');
  const [name = '', ...parts] = cutOutsideParentheses(inner.slice(stars.length, optional ? -1 : undefined));
  if (name === '' || /[/{}?*()]/.test(name))
    throw new Error(`The parameter in "${segment}" has no proper name`);
  const defaultValue = parts.find((part) => part.startsWith('='))?.slice(1);
  if (optional && (stars !== '' || defaultValue !== undefined))
    throw new Error(`The parameter in "${segment}" cannot be optional as well`);
  const constraints = parts
    .filter((part) => part.startsWith(':'))
    // Braces are doubled inside a template.
    .map((part) => routeConstraint(part.slice(1).replaceAll('{{', '{').replaceAll('}}', '}')));
  return { name, optional, catchAll: stars !== '', defaultValue, constraints };
}

/** Cuts `name:constraint(…)=value` before each colon and before the equals sign, which ends the constraints. */
function cutOutsideParentheses(text: string): string[] {
  const parts = [''];
  let depth = 0;
  let isDefault = false;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    const cuts: boolean = depth === 0 && !isDefault && (character === ':' || character === '=');
    if (cuts) parts.push('');
    isDefault ||= cuts && character === '=';
    parts.push(`${parts.pop()}${character}`);
  }
  return parts;
}

function match(segments: readonly Segment[], path: string): Record<string, string> | undefined {
  const parts = path.replace(/^\//, '').split('/');
  // One slash at the end does not count.
  if (parts.at(-1) === '') parts.pop();
  const values: Record<string, string> = Object.create(null);
  const last = segments.at(-1);
  const takesRest = last !== undefined && 'name' in last && last.catchAll;
  if (parts.length > segments.length && !takesRest) return undefined;
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if ('literal' in segment) {
      if (part?.toLowerCase() !== segment.literal.toLowerCase()) return undefined;
      continue;
    }
    const value = (segment.catchAll ? parts.slice(index).join('/') : part) || segment.defaultValue;
    if (value === undefined || value === '') {
      if (segment.optional || segment.catchAll) continue;
      return undefined;
    }
    if (!segment.constraints.every((holds) => holds(value))) return undefined;
    values[segment.name] = value;
  }
  return { ...values };
}
