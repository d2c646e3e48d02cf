import { describe, expect, it } from 'vitest';
import { heartbeat, heartbeatLimits } from '../../../../shared/domain/heartbeats/heartbeat.ts';

const least = { company: 'CRONUS NL', sentAt: '2026-11-22T06:15:00Z' };

/** The paths of the parts that are refused. */
const faults = (body: unknown) =>
  heartbeat
    .safeParse(body)
    .error?.issues.map(({ path, code }) =>
      code === 'unrecognized_keys' ? [...path, 'unknown'].join('.') : path.join('.'),
    ) ?? [];

describe('a heartbeat', () => {
  it('needs the company and the time only', () => {
    expect(heartbeat.parse(least)).toEqual({ ...least, sentAt: new Date(least.sentAt) });
    expect(faults({})).toEqual(['company', 'sentAt']);
  });

  it.each([
    { fault: 'an empty company', part: { company: '' }, at: 'company' },
    { fault: 'a time without zone', part: { sentAt: '2026-11-22T06:15:00' }, at: 'sentAt' },
    { fault: 'an unknown field', part: { uptime: 1 }, at: 'unknown' },
    { fault: 'null for absent', part: { environment: null }, at: 'environment' },
    { fault: 'a negative count', part: { outboxWaiting: -1 }, at: 'outboxWaiting' },
    { fault: 'a count that is not whole', part: { refused: 1.5 }, at: 'refused' },
    { fault: 'a count as text', part: { refused: '1' }, at: 'refused' },
    { fault: 'a mapping without name', part: { mappings: [{ givenUp: 0 }] }, at: 'mappings.0.name' },
    {
      fault: 'an unknown direction',
      part: { mappings: [{ name: 'CUSTOMER', direction: 'both' }] },
      at: 'mappings.0.direction',
    },
    {
      fault: 'an unknown field of a mapping',
      part: { mappings: [{ name: 'CUSTOMER', deleted: 1 }] },
      at: 'mappings.0.unknown',
    },
    {
      fault: 'an unknown field of a job',
      part: { jobQueue: [{ mapping: 'CUSTOMER', user: 'JAN' }] },
      at: 'jobQueue.0.unknown',
    },
    { fault: 'a connection as text', part: { connection: { sales: 'yes' } }, at: 'connection.sales' },
  ])('with $fault is refused', ({ part, at }) => {
    expect(faults({ ...least, ...part })).toEqual([at]);
  });

  it('takes 200 mappings and 200 jobs, and refuses 201', () => {
    const mappings = (n: number) => Array.from({ length: n }, (_, index) => ({ name: `M${index}` }));
    const jobQueue = (n: number) => Array.from({ length: n }, (_, index) => ({ mapping: `M${index}` }));
    expect(faults({ ...least, mappings: mappings(200), jobQueue: jobQueue(200) })).toEqual([]);
    expect(faults({ ...least, mappings: mappings(201), jobQueue: jobQueue(201) })).toEqual([
      'mappings',
      'jobQueue',
    ]);
  });

  it('decodes spaces in the status of a job', () => {
    const { jobQueue } = heartbeat.parse({ ...least, jobQueue: [{ status: 'On_x0020_Hold' }] });
    expect(jobQueue).toEqual([{ status: 'On Hold' }]);
  });

  it('cuts long messages and refuses long names', () => {
    const long = 'x'.repeat(heartbeatLimits.text + 1);
    const { jobQueue } = heartbeat.parse({ ...least, jobQueue: [{ message: long }] });
    expect(jobQueue?.[0]?.message).toHaveLength(heartbeatLimits.text);
    expect(faults({ ...least, company: long })).toEqual(['company']);
  });
});
