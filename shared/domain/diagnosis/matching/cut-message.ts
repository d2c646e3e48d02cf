/** Lengths of the fields `Message` and `Error Message` of table 5339. */
const fieldLengths = [250, 2048];

/** Spaces that a cut message may have lost at its end. */
const maxLostSpaces = 3;

/** Whether a message may lack its end: it is as long as a field that stores it, or ends with a mark of cutting. */
export function isCut(message: string): boolean {
  const { length } = message;
  if (fieldLengths.some((field) => length <= field && length >= field - maxLostSpaces)) return true;
  return /(?:…|\.\.\.|…\[cut \d+\])$/.test(message.slice(-30));
}
