/** Where the parts of a JSON text are, by their JSON pointers (RFC 6901); or where it stops being JSON. */
export type JsonPlaces =
  | { readonly places: ReadonlyMap<string, number>; readonly fault?: undefined }
  | { readonly places?: undefined; readonly fault: number };

const space = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none in a string.
const quotedText = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Finds the place (UTF-16 units from 0) of each value of a JSON text. The messages of JSON.parse differ by browser, and
 * not all of them say where the fault is.
 */
export function jsonPlaces(text: string): JsonPlaces {
  const reader = new Reader(text);
  try {
    reader.value('');
    if (reader.peek() !== undefined) throw new NoJson();
    return { places: reader.places };
  } catch (error) {
    // A text that is nested too deep is refused like one that is no JSON.
    if (!(error instanceof NoJson || error instanceof RangeError)) throw error;
    return { fault: Math.min(reader.at, text.length) };
  }
}

class NoJson extends Error {}

class Reader {
  readonly places = new Map<string, number>();
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next character that is no white space. */
  peek(): string | undefined {
    this.#match(space);
    return this.#text[this.at];
  }

  value(pointer: string): void {
    const first = this.peek();
    this.places.set(pointer, this.at);
    if (first === '{')
      this.#list('}', () => {
        const name = this.#name();
        this.#take(':');
        this.value(`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      });
    else if (first === '[') {
      let index = 0;
      this.#list(']', () => this.value(`${pointer}/${index++}`));
    } else if (this.#match(first === '"' ? quotedText : scalar) === undefined) throw new NoJson();
  }

  #list(end: '}' | ']', item: () => void): void {
    this.at++;
    if (this.peek() === end) {
      this.at++;
      return;
    }
    for (;;) {
      item();
      if (this.peek() === end) break;
      this.#take(',');
    }
    this.at++;
  }

  #name(): string {
    this.peek();
    const quoted = this.#match(quotedText);
    if (quoted === undefined) throw new NoJson();
    return String(JSON.parse(quoted));
  }

  #take(sign: string): void {
    if (this.peek() !== sign) throw new NoJson();
    this.at++;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}

/** Line and column of a place, both from 1. */
export function lineOf(text: string, place: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, place).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** The place of a value, or of the nearest one that has it inside. */
export function placeOf(places: ReadonlyMap<string, number>, pointer: string): number {
  for (let part = pointer; part !== ''; part = part.slice(0, part.lastIndexOf('/'))) {
    const place = places.get(part);
    if (place !== undefined) return place;
  }
  return places.get('') ?? 0;
}
