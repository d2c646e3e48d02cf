/** A currency code in the form used for comparisons. */
export function normalizedCode(code: string): string {
  return code.trim().toUpperCase();
}

/** The local currency code, cut to five characters: so Business Central compares it with the ISO codes of Dataverse. */
export function isoCodeOf(localCurrencyCode: string): string {
  return normalizedCode(localCurrencyCode).slice(0, 5);
}
