import { describe, expect, it } from 'vitest';
import { causes } from '../../../../shared/domain/diagnosis/cause.ts';
import { causesOf, checkIds, checksOf } from '../../../../shared/domain/diagnosis/cause-checks.ts';

describe('checksOf and causesOf', () => {
  it.each(checkIds)('%s accounts for at least one cause', (check) => {
    expect(causesOf(check)).not.toEqual([]);
  });

  it.each(causes)('%s and its checks name each other', (cause) => {
    for (const check of checksOf(cause)) expect(causesOf(check)).toContain(cause);
    expect(checkIds.filter((check) => causesOf(check).includes(cause))).toEqual(
      checkIds.filter((check) => checksOf(cause).includes(check)),
    );
  });

  it('has none for a text that nobody recognizes', () => {
    expect(checksOf('unclassified')).toEqual([]);
  });
});
