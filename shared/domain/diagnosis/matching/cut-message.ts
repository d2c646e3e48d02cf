/** Lengths of the fields `Message` and `Error Message` of table 5339; a cut text may have lost spaces at its end. */
const fieldLengths = [250, 2048];
const spacesLost = 3;

/** Whether a message may lack its end: as long as a field that keeps it, or marked so. */
export function isCut(message: string): boolean {
  const { length } = message;
  if (fieldLengths.some((longest) => length <= longest && length >= longest - spacesLost)) return true;
  return /(?:…|\.\.\.|…\[cut \d+\])$/.test(message.slice(-30));
}
