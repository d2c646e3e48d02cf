/** Whether a route value satisfies a constraint. */
export type Constraint = (value: string) => boolean;

const integer = /^\s*[+-]?\d+\s*$/;
const decimal = /^\s*[+-]?(\d[\d,]*(\.\d*)?|\.\d+)\s*$|^\s*(\d[\d,]*(\.\d*)?|\.\d+)[+-]\s*$/;
const floating = /^\s*[+-]?((\d[\d,]*(\.\d*)?|\.\d+)(e[+-]?\d+)?|infinity|nan)\s*$/i;
const hex = '[0-9a-f]';
const dashed = `${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}`;
const guid = new RegExp(`^\\s*(${hex}{32}|${dashed}|\\{${dashed}\\}|\\(${dashed}\\))\\s*$`, 'i');
// The invariant culture also reads month names and much else; these are the forms that belong in an address.
const dateTime =
  /^\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{4})([T ]\d{1,2}:\d{2}(:\d{2}(\.\d{1,7})?)?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$/i;

const isInteger = (value: string, bits: bigint): boolean => {
  if (!integer.test(value)) return false;
  const number = BigInt(value.trim().replace(/^\+/, ''));
  return number >= -(2n ** (bits - 1n)) && number < 2n ** (bits - 1n);
};
const longOf = (value: string): bigint | undefined =>
  isInteger(value, 64n) ? BigInt(value.trim().replace(/^\+/, '')) : undefined;
const isDate = (value: string): boolean => {
  const [, date = ''] = dateTime.exec(value) ?? [];
  const [year, month, day] = date.includes('-')
    ? date.split('-').map(Number)
    : [2, 0, 1].map((index) => Number(date.split('/')[index]));
  if (year === undefined || month === undefined || day === undefined || !date) return false;
  const at = new Date(Date.UTC(year, month - 1, day));
  return year >= 1 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
};
const compare = (value: string, holds: (number: bigint) => boolean): boolean => {
  const number = longOf(value);
  return number !== undefined && holds(number);
};

type Maker = (...numbers: bigint[]) => Constraint;

const withoutArgument: Readonly<Record<string, Constraint>> = {
  int: (value) => isInteger(value, 32n),
  long: (value) => isInteger(value, 64n),
  bool: (value) => /^\s*(true|false)\s*$/i.test(value),
  datetime: isDate,
  decimal: (value) => decimal.test(value) && Math.abs(Number(value.replace(/[,\s]|[+-]$/g, ''))) < 7.93e28,
  double: (value) => floating.test(value),
  float: (value) => floating.test(value),
  guid: (value) => guid.test(value),
  alpha: (value) => /^[a-z]*$/i.test(value),
  required: (value) => value !== '',
};

const withOneNumber: Readonly<Record<string, Maker>> = {
  length:
    (exactly = 0n) =>
    (value) =>
      BigInt(value.length) === exactly,
  minlength:
    (least = 0n) =>
    (value) =>
      BigInt(value.length) >= least,
  maxlength:
    (most = 0n) =>
    (value) =>
      BigInt(value.length) <= most,
  min:
    (least = 0n) =>
    (value) =>
      compare(value, (number) => number >= least),
  max:
    (most = 0n) =>
    (value) =>
      compare(value, (number) => number <= most),
};

const withTwoNumbers: Readonly<Record<string, Maker>> = {
  length:
    (least = 0n, most = 0n) =>
    (value) =>
      BigInt(value.length) >= least && BigInt(value.length) <= most,
  range:
    (least = 0n, most = 0n) =>
    (value) =>
      compare(value, (number) => number >= least && number <= most),
};

/**
 * Makes a route constraint with the meaning it has in ASP.NET Core, such as `int` or `length(2,8)`. Throws for
 * one that ASP.NET Core does not know.
 */
export function routeConstraint(text: string): Constraint {
  const [, name = '', argument] = /^([^(]*)(?:\((.*)\))?$/s.exec(text.trim()) ?? [];
  const key = name.toLowerCase();
  if (key === 'regex' && argument) {
    const pattern = new RegExp(argument, 'i');
    return (value) => pattern.test(value);
  }
  const numbers = argument?.split(',').map(longOf) ?? [];
  const given = numbers.filter((number) => number !== undefined);
  const maker = [undefined, withOneNumber, withTwoNumbers][numbers.length]?.[key];
  const constraint =
    argument === undefined ? withoutArgument[key] : given.length === numbers.length && maker?.(...given);
  if (!constraint) throw new Error(`The route constraint "${text}" is not known`);
  return constraint;
}
