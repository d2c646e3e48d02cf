import { type Captures, defineRules } from './rule.ts';

const sqlNumber = ({ number }: Captures) => `SQL ${/^-?\d+/.exec(number ?? '')?.[0] ?? ''}`;

const sqlLabels = [
  'Sql Number: {number}',
  'Sql Number {number}',
  'SqlNumber: {number}',
  'SQL error number: {number}',
  'Sql Number : {number}',
  'Sql Number={number}',
];

const sqlIs =
  (numbers: readonly number[]) =>
  ({ number }: Captures) =>
    numbers.includes(Number(/^-?\d+/.exec(number ?? '')?.[0] ?? Number.NaN));

/** Database errors by their number. The number decides, whatever the text around it says. */
export const sqlNumberRules = defineRules(() => [
  {
    name: 'deadlock by SQL number',
    cause: 'lock-or-concurrency',
    kind: 'fault',
    labels: sqlLabels,
    accepts: sqlIs([1205, 1222, 3960, 41302, 41305, 41325]),
    key: sqlNumber,
    examples: ['Generic SQL error. CRM ErrorCode: -2147204784 Sql ErrorCode: -2146232060 Sql Number: 1205'],
    nearMisses: ['Sql Number: 156'],
  },
  {
    name: 'time-out by SQL number',
    cause: 'timeout-or-network',
    kind: 'fault',
    labels: sqlLabels,
    accepts: sqlIs([
      -2, -1, 2, 53, 64, 121, 233, 258, 10053, 10054, 10060, 10928, 10929, 18456, 40143, 40197, 40501, 40549,
      40613, 49918, 49919, 49920, 4060, 11001,
    ]),
    key: sqlNumber,
    examples: [
      'Generic SQL error. CRM ErrorCode: -2147204784 Sql ErrorCode: -2146232060 Sql Number: -2',
      'Sql error: A networking error caused this operation to fail. Please try again. CRM ErrorCode: -2147012608 Sql ErrorCode: -2146232060 Sql Number: 18456',
    ],
    nearMisses: ['Sql Number: 1205'],
  },
  {
    name: 'duplicate by SQL number',
    cause: 'duplicate-record',
    kind: 'fault',
    labels: sqlLabels,
    accepts: sqlIs([2601, 2627]),
    key: sqlNumber,
    examples: ['Sql error: Generic SQL error. Sql Number: 2627'],
    nearMisses: ['Sql Number: 1205'],
  },
  {
    name: 'value rejected by SQL',
    cause: 'business-data-invalid',
    kind: 'fault',
    labels: sqlLabels,
    accepts: sqlIs([8152, 2628, 515, 547, 220, 8115]),
    key: sqlNumber,
    examples: ['Generic SQL error. Sql Number: 8152'],
    nearMisses: ['Sql Number: 1205'],
  },
  {
    name: 'defect by SQL number',
    cause: 'internal-error',
    kind: 'fault',
    labels: sqlLabels,
    accepts: ({ number }) => /^-?\d+/.test(number ?? ''),
    key: sqlNumber,
    examples: ["Generic SQL error. Incorrect syntax near the keyword 'ORDER'. Sql Number: 156"],
    nearMisses: ['Sql Number: unknown'],
  },
]);
