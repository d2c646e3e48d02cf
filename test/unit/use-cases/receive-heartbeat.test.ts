import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../shared/domain/reports/days.ts';
import { deskPartition } from '../../../shared/storage/desk/desk-transaction.ts';
import { unpacked } from '../../../shared/storage/desk/packed-json.ts';
import { entityJson } from '../../../shared/storage/tables/entity-group-transaction.ts';
import { joinText } from '../../../shared/storage/tables/split-text.ts';
import { readOverview } from '../../../shared/use-cases/read-overview.ts';
import { receiveHeartbeat } from '../../../shared/use-cases/receive-heartbeat.ts';
import { memoryDeskAt } from '../../support/desk-ports.ts';
import { counted } from '../../support/storage.ts';

const minute = 60_000;
const start = Date.parse('2026-11-22T06:00:00Z');

/** A desk in memory that gets heartbeats, each sent when it comes. */
function aDesk() {
  const { storage, ports } = memoryDeskAt(start);
  const beat = (company: string, sentAt = ports.clock.at) =>
    receiveHeartbeat(ports, { company, sentAt: new Date(sentAt) });
  const heard = async () => (await readOverview(ports)).heard;
  const table = storage.tables.table(`${storage.prefix}desk`);
  const rows = async () => {
    const filter = `PartitionKey eq '${deskPartition}' and RowKey ge 's' and RowKey lt 't'`;
    return (await table.query({ filter, top: 1000 })).rows;
  };
  return { ports, beat, heard, table, rows };
}

describe('heartbeats', () => {
  it('make a sender quiet after three of its intervals, first in the list, until the next one', async () => {
    const { ports, beat, heard } = aDesk();
    for (let run = 0; run < 4; run++) {
      await beat('A');
      await beat('B');
      ports.clock.at += 5 * minute;
    }
    for (let run = 0; run < 3; run++) {
      await beat('A');
      ports.clock.at += 5 * minute;
    }
    expect((await heard()).map(({ company, quiet }) => ({ company, quiet }))).toEqual([
      { company: 'B', quiet: true },
      { company: 'A', quiet: false },
    ]);
    await beat('B');
    expect((await heard()).map(({ quiet }) => quiet)).toEqual([false, false]);
  });

  it('are kept whole, the newest of each sender, in one row', async () => {
    const { ports, rows } = aDesk();
    const newest = {
      company: 'A',
      sentAt: new Date(start + 1),
      mappings: [{ name: 'CUSTOMER', givenUp: 3 }],
    };
    await receiveHeartbeat(ports, { company: 'A', sentAt: new Date(start) });
    await receiveHeartbeat(ports, newest);
    expect(await receiveHeartbeat(ports, { company: 'A', sentAt: new Date(start) })).toBe(false);
    const [row, ...others] = await rows();
    expect(others).toEqual([]);
    expect(await unpacked(joinText('heartbeat', row ?? {}))).toEqual(JSON.parse(JSON.stringify(newest)));
  });

  it('of one sender at the same time: the newest is kept', async () => {
    const { ports, heard, rows } = aDesk();
    await Promise.all(
      [3, 1, 2].map((number) =>
        receiveHeartbeat(ports, { company: 'A', sentAt: new Date(start + number), refused: number }),
      ),
    );
    expect(await unpacked(joinText('heartbeat', (await rows())[0] ?? {}))).toMatchObject({ refused: 3 });
    expect(await heard()).toHaveLength(1);
  });

  it('that stay away for 30 days are not shown any more', async () => {
    const { ports, beat, heard } = aDesk();
    await beat('A');
    ports.clock.at += 30 * dayMs;
    expect(await heard()).toHaveLength(1);
    ports.clock.at += 1;
    expect(await heard()).toEqual([]);
    expect(await ports.heartbeats.senders()).toHaveLength(1);
  });

  it('of a 501st sender take the place of one that is silent for 30 days', async () => {
    const { ports, beat } = aDesk();
    await beat('Old');
    ports.clock.at += 20 * dayMs;
    for (let number = 1; number < 500; number++) await beat(`C${number}`);
    await expect(beat('New')).rejects.toMatchObject({ code: 'too-many-senders' });
    ports.clock.at += 10 * dayMs + 1;
    expect(await beat('New')).toBe(true);
    const companies = (await ports.heartbeats.senders()).map(({ company }) => company);
    expect([companies.length, companies.includes('Old'), companies.includes('New')]).toEqual([
      500,
      false,
      true,
    ]);
    await expect(beat('Newer')).rejects.toMatchObject({ code: 'too-many-senders' });
  });

  it('whose row a newer version wrote are left out, and replaced by the next one', async () => {
    const { beat, heard, table, rows } = aDesk();
    await beat('A');
    await beat('B');
    const [rowKey] = (await rows())
      .filter(({ company }) => company === 'A')
      .map((row) => String(row['rowKey']));
    const json = entityJson(deskPartition, rowKey ?? '', { body: '{}' });
    await table.transaction(deskPartition, [{ kind: 'upsert', rowKey: rowKey ?? '', json }]);
    expect((await heard()).map(({ company }) => company)).toEqual(['B']);
    expect(await beat('A')).toBe(true);
    expect((await heard()).map(({ company }) => company).sort()).toEqual(['A', 'B']);
  });

  it('cost the overview one storage call', async () => {
    const { ports, beat } = aDesk();
    await beat('A');
    await ports.desk.state();
    expect((await counted(() => ports.heartbeats.senders())).calls).toBeLessThanOrEqual(1);
  });

  it('from more than 5 minutes ahead are refused', async () => {
    const { beat } = aDesk();
    await expect(beat('A', start + 5 * minute + 1)).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/sentAt' }],
    });
    expect(await beat('A', start + 5 * minute)).toBe(true);
  });
});
