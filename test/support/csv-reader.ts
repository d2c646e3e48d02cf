/**
 * The records of a CSV text (RFC 4180): CRLF after each record, quotes around fields, doubled within.
 * @throws for anything else
 */
export function csvRecords(text: string, separator: ',' | ';' = ','): string[][] {
  const records: string[][] = [];
  let at = 0;
  const field = (): string => {
    if (text[at] !== '"') {
      const end = nextOf(text, at, separator);
      const plain = text.slice(at, end);
      if (/["\r\n]/.test(plain)) throw new Error(`A quote or line end in a plain field: ${plain}`);
      at = end;
      return plain;
    }
    let value = '';
    for (at++; at < text.length; at++) {
      if (text[at] !== '"') value += text[at];
      else if (text[at + 1] === '"') value += text[++at];
      else {
        at++;
        return value;
      }
    }
    throw new Error('A quoted field without an end');
  };
  while (at < text.length) {
    const record = [field()];
    while (text[at] === separator) {
      at++;
      record.push(field());
    }
    if (!text.startsWith('\r\n', at)) throw new Error(`No line end at ${at}`);
    at += 2;
    records.push(record);
  }
  return records;
}

function nextOf(text: string, from: number, separator: string): number {
  const ends = [text.indexOf(separator, from), text.indexOf('\r\n', from)].filter((end) => end >= 0);
  return Math.min(text.length, ...ends);
}
