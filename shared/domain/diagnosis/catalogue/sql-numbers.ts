import type { Cause } from '../causes.ts';

/** What the numbers of SQL Server mean. Each other number is a defect. */
const causesByNumber: readonly (readonly [Cause, readonly number[]])[] = [
  ['lock-or-concurrency', [1204, 1205, 1222, 3960, 41302, 41305, 41325]],
  [
    'timeout-or-network',
    [
      ...[
        -2, -1, 2, 53, 64, 121, 233, 258, 596, 701, 4060, 6005, 8645, 10053, 10054, 10060, 10928, 10929,
        11001,
      ],
      ...[18456, 40143, 40197, 40501, 40549, 40550, 40551, 40552, 40553, 40613, 49918, 49919, 49920],
    ],
  ],
  ['duplicate-record', [2601, 2627]],
  ['business-data-invalid', [220, 241, 245, 515, 547, 2628, 8114, 8115, 8152]],
  ['environment-unavailable', [1105, 9002, 40544]],
];

/** The cause of an error number of SQL Server. */
export function sqlCause(number: number): Cause {
  return causesByNumber.find(([, numbers]) => numbers.includes(number))?.[0] ?? 'internal-error';
}
