import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cause } from '../../../../shared/domain/diagnosis/causes.ts';
import { type GraphProblem, linkProblems } from '../../../../shared/domain/problems/problem-graph.ts';

/** A problem of one company in one mapping. */
function problem(
  id: string,
  cause: Cause,
  {
    mapping,
    key = '',
    company = 'CRONUS',
    records = [],
    isOpen = true,
  }: { mapping: string; key?: string; company?: string; records?: readonly string[]; isOpen?: boolean },
): GraphProblem {
  return {
    id,
    traits: { environment: '', cause, key, resolver: 'administrator' },
    isOpen,
    places: [{ environment: '', company, mapping }],
    waiting: new Set(records),
  };
}

const privilege = problem('privilege', 'missing-privilege', { mapping: 'SALESPEOPLE', records: ['s1'] });
const salesperson = (id: string, parts: Partial<Parameters<typeof problem>[2]> = {}) =>
  problem(id, 'dependency-not-coupled', {
    mapping: 'CUSTOMER',
    key: 'Salesperson/Purchaser',
    records: ['c1', 'c2'],
    ...parts,
  });

describe('what causes a problem', () => {
  it('is what stops the mapping of the table that it misses', () => {
    const links = linkProblems([privilege, salesperson('customers')]);
    expect(links.get('customers')).toMatchObject({ causedBy: ['privilege'], children: [], impact: 2 });
    expect(links.get('privilege')).toMatchObject({ causedBy: [], children: ['customers'], impact: 3 });
  });

  it.each(['Verkoper/inkoper', 'Verkäufercode', 'Salesperson Code', 'vendeur/acheteur', 'Sælger'])(
    'is found for the key %s, whatever its language',
    (key) => {
      expect(linkProblems([privilege, salesperson('customers', { key })]).get('customers')?.causedBy).toEqual(
        ['privilege'],
      );
    },
  );

  it.each([
    { name: 'another company', other: salesperson('other', { company: 'Fabrikam' }) },
    { name: 'a table without a standard mapping', other: salesperson('other', { key: 'Warehouse' }) },
    { name: 'an unknown table', other: salesperson('other', { key: 'Gizmo' }) },
    { name: 'another table', other: salesperson('other', { key: 'Currency' }) },
    { name: 'a problem that is resolved', other: salesperson('other', { isOpen: false }) },
  ])('is not claimed for $name', ({ other }) => {
    const links = linkProblems([privilege, other]);
    expect(links.get('other')?.causedBy).toEqual([]);
    expect(links.get('privilege')?.impact).toBe(1);
  });

  it('is not a problem that stops no mapping, nor one that is resolved', () => {
    const conflict = problem('conflict', 'update-conflict', { mapping: 'SALESPEOPLE' });
    const resolved = { ...privilege, isOpen: false };
    const links = linkProblems([conflict, resolved, salesperson('customers')]);
    expect(links.get('customers')?.causedBy).toEqual([]);
  });

  it('counts a record once, through several levels', () => {
    const customers = salesperson('customers', { records: ['c1', 'c2'] });
    const orders = salesperson('orders', {
      mapping: 'SALESORDER-ORDER',
      key: 'Customer',
      records: ['c1', 'o1'],
    });
    const links = linkProblems([privilege, customers, orders]);
    expect(links.get('orders')?.causedBy).toEqual(['customers']);
    expect(links.get('privilege')).toMatchObject({ children: ['customers'], impact: 4 });
  });

  it('leaves all problems of a cycle unfolded, and keeps what hangs on it', () => {
    const contacts = salesperson('contacts', { mapping: 'CONTACT', key: 'Customer' });
    const customers = salesperson('customers', { mapping: 'CUSTOMER', key: 'Contact' });
    const orders = salesperson('orders', { mapping: 'SALESORDER-ORDER', key: 'Customer' });
    const links = linkProblems([contacts, customers, orders]);
    expect(links.get('contacts')?.causedBy).toEqual([]);
    expect(links.get('customers')?.causedBy).toEqual([]);
    expect(links.get('orders')?.causedBy).toEqual(['customers']);
  });

  it('of others does not change with an unrelated problem', () => {
    const unrelated = problem('unrelated', 'throttled', { mapping: 'ITEM-PRODUCT', records: ['i1'] });
    const all = [privilege, salesperson('customers')];
    const before = linkProblems(all);
    const after = linkProblems([...all, unrelated]);
    for (const { id } of all) expect(after.get(id)).toEqual(before.get(id));
  });

  it('is never itself, directly or through others, and impact counts at least its own records', () => {
    const mappings = ['CUSTOMER', 'CONTACT', 'CURRENCY', 'SALESPEOPLE'];
    const keys = ['Customer', 'Contact', 'Currency', 'Salesperson/Purchaser'];
    const any = fc.record({
      mapping: fc.constantFrom(...mappings),
      key: fc.constantFrom(...keys),
      cause: fc.constantFrom<Cause>('dependency-not-coupled', 'missing-privilege', 'update-conflict'),
      records: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (all) => {
        const problems = all.map(({ cause, ...parts }, index) => problem(`p${index}`, cause, parts));
        const links = linkProblems(problems);
        for (const { id, waiting } of problems) {
          const seen = new Set<string>();
          const left = [...(links.get(id)?.causedBy ?? [])];
          for (let next = left.pop(); next !== undefined; next = left.pop()) {
            expect(next).not.toBe(id);
            if (seen.has(next)) continue;
            seen.add(next);
            left.push(...(links.get(next)?.causedBy ?? []));
          }
          expect(links.get(id)?.impact).toBeGreaterThanOrEqual(waiting.size);
        }
      }),
    );
  });
});
