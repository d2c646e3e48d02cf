import { describe, expect, it } from 'vitest';
import { placedFaults, snapshotRequest } from '../../../../shared/dashboard/settings-check/snapshot-text.ts';

describe('snapshotRequest', () => {
  it('sends a snapshot, alone or within its body', () => {
    const snapshot = { graph: {} };
    expect(snapshotRequest(JSON.stringify(snapshot))).toEqual({ body: { snapshot } });
    expect(snapshotRequest(JSON.stringify({ snapshot }))).toEqual({ body: { snapshot } });
  });

  it('leaves it to the API to refuse other JSON', () => {
    expect(snapshotRequest('[1]')).toEqual({ body: { snapshot: [1] } });
    expect(snapshotRequest('null')).toEqual({ body: { snapshot: null } });
  });

  it('says where a text is no JSON', () => {
    expect(snapshotRequest('{\n  x}')).toEqual({ fault: { place: 4, line: 2, column: 3 } });
  });
});

describe('placedFaults', () => {
  const errors = [{ pointer: '/snapshot/graph/user', detail: 'Unknown: "user"' }, { detail: 'Too large' }];

  it('finds the lines of what the API refused in a snapshot alone', () => {
    const text = '{\n "graph": {\n  "user": 1}}';
    expect(placedFaults(text, errors)).toEqual([
      { place: text.indexOf('1}'), line: 3, column: 11, detail: 'Unknown: "user"', pointer: '/graph/user' },
      { place: 0, line: 1, column: 1, detail: 'Too large', pointer: '' },
    ]);
  });

  it('finds them in a whole body', () => {
    const text = '{"snapshot":\n {"graph": {"user": 1}}}';
    expect(placedFaults(text, errors)[0]).toMatchObject({ line: 2, pointer: '/snapshot/graph/user' });
  });
});
