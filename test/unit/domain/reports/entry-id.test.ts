import { describe, expect, it } from 'vitest';
import { entryId, entryIdOf, identityOf, occurredAtOf } from '../../../../shared/domain/reports/entry-id.ts';
import { anErrorReport } from '../../../support/reports.ts';

const occurredAt = '2026-11-22T06:12:03.120Z';
const side = { app: 'dataverse', table: 'account', recordId: '1', name: 'n' };
const idWith = (parts: Readonly<Record<string, unknown>>) =>
  entryIdOf(anErrorReport({ occurredAt, source: side, ...parts }));

describe('the id of an entry', () => {
  it('is a ULID of occurredAt', () => {
    const id = idWith({});
    expect(entryId.parse(id)).toBe(id);
    expect(occurredAtOf(id)).toBe(Date.parse(occurredAt));
  });

  it('is the same for the same moment in another zone', () => {
    expect(idWith({ occurredAt: '2026-11-22T07:12:03.120+01:00' })).toBe(idWith({}));
  });

  it('never changes, because it is the address of a stored entry', () => {
    const report = anErrorReport({ occurredAt, errorId: 'e-1', company: 'CRONUS' });
    expect(identityOf(report)).toBe('["CRONUS","","e-1"]');
    expect(entryIdOf(report)).toBe('01M80Y44XGTV62WWJ9GKW19YWH');
  });

  it.each([
    { name: 'the company', parts: { company: 'Other' } },
    { name: 'the environment', parts: { environment: 'Sandbox' } },
    { name: 'the message', parts: { message: 'x' } },
    { name: 'the mapping', parts: { mapping: 'ITEM' } },
    { name: 'the direction', parts: { direction: 'from-integration-table' } },
    { name: 'the table of a side', parts: { source: { ...side, table: 'contact' } } },
    { name: 'the record of a side', parts: { source: { ...side, recordId: '2' } } },
    { name: 'the name of a side', parts: { source: { ...side, name: 'm' } } },
    { name: 'which side it is', parts: { source: undefined, destination: side } },
    { name: 'the job', parts: { jobId: 'j' } },
    { name: 'the type of the job', parts: { jobType: 'coupling' } },
    { name: 'the language', parts: { language: 'nl-NL' } },
    { name: 'an errorId', parts: { errorId: 'x' } },
    { name: 'a millisecond', parts: { occurredAt: '2026-11-22T06:12:03.121Z' } },
  ])('depends on $name', ({ parts }) => {
    expect(idWith(parts)).not.toBe(idWith({}));
  });

  it.each([
    { name: 'the call stack', parts: { callStack: 'x' } },
    { name: 'a link', parts: { source: { ...side, url: 'https://x.example' } } },
    { name: 'an empty errorId', parts: { errorId: '' } },
    { name: 'an empty environment', parts: { environment: '' } },
  ])('does not depend on $name', ({ parts }) => {
    expect(idWith(parts)).toBe(idWith({}));
  });

  it.each(['message', 'mapping', 'jobId', 'callStack', 'language'])(
    'with an errorId does not depend on %s',
    (name) => {
      expect(idWith({ errorId: 'x', [name]: 'other' })).toBe(idWith({ errorId: 'x' }));
    },
  );

  it('with an errorId depends on company and environment', () => {
    const ids = [{}, { company: 'Other' }, { environment: 'Sandbox' }].map((parts) =>
      idWith({ errorId: 'x', ...parts }),
    );
    expect(new Set(ids).size).toBe(3);
  });

  it('separates parts that would read the same when joined', () => {
    expect(idWith({ company: 'a","b', errorId: 'c' })).not.toBe(
      idWith({ company: 'a', environment: 'b', errorId: 'c' }),
    );
  });
});
