/** One value of a header such as `Accept`, in lower case, with its weight (RFC 9110, section 12.4.2). */
export interface WeightedValue {
  readonly value: string;
  readonly weight: number;
}

/** The values of a header such as `Accept`, best first, without those whose weight is 0 or not a number. */
export function weightedValues(header: string | null | undefined): WeightedValue[] {
  return (header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [value = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '');
      return { value, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ value, weight }) => value !== '' && weight > 0)
    .sort((one, other) => other.weight - one.weight);
}
