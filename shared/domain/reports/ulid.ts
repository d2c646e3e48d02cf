const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const values = new Map([...alphabet].map((character, value) => [character, value]));

/** The shape of every id we hand out: a ULID in its canonical upper case. */
export const ulidPattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** The latest moment a ULID can hold, in ms since 1970. */
export const latestUlidTime = 2 ** 48 - 1;

/** A ULID: `time` in ms since 1970 (clamped to what fits) and 80 bits as 16 characters. */
export function ulid(time: number, tail: string): string {
  let rest = Math.min(Math.max(time, 0), latestUlidTime);
  let head = '';
  for (let index = 0; index < 10; index++) {
    head = alphabet.charAt(rest % 32) + head;
    rest = Math.floor(rest / 32);
  }
  return head + tail;
}

/** The two parts of a ULID: its time in ms since 1970, and its 16 last characters. */
export function ulidParts(id: string): { readonly time: number; readonly tail: string } {
  let time = 0;
  for (const character of id.slice(0, 10)) time = time * 32 + (values.get(character) ?? 0);
  return { time, tail: id.slice(10) };
}

/** The first 80 bits of `bytes` as 16 characters of Crockford's base 32. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes.subarray(0, 10)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((held >> bits) & 31);
    }
    held &= 31;
  }
  return text;
}

/** The bytes that {@link base32} wrote as characters: 10 for 16 characters, 5 for 8. */
export function base32Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (const character of text) {
    held = (held << 5) | (values.get(character) ?? 0);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 255;
    held &= 255;
  }
  return bytes;
}
