/** A currency code in the form in which two are compared. */
export function normalizedCode(code: string): string {
  return code.trim().toUpperCase();
}

/** The local currency code as Business Central compares it with ISO codes of Dataverse, which have five characters. */
export function isoCodeOf(localCurrencyCode: string): string {
  return normalizedCode(localCurrencyCode).slice(0, 5);
}
