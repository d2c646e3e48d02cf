import { expect, it } from 'vitest';
import { OwnVersions } from '../../../../shared/dashboard/decisions/own-versions.ts';

it('a version that was seen leads to the newest one that this tab made of it', () => {
  const versions = new OwnVersions();
  versions.follow([{ id: 'P', etag: '1' }], new Map([['P', '2']]));
  versions.follow([{ id: 'P', etag: '2' }], new Map([['P', '3']]));
  expect(versions.newest({ id: 'P', etag: '1' })).toEqual({ id: 'P', etag: '3' });
  // One that somebody else made, and another problem.
  expect(versions.newest({ id: 'P', etag: 'theirs' }).etag).toBe('theirs');
  expect(versions.newest({ id: 'Q', etag: '1' }).etag).toBe('1');
});

it('a version that did not change leads nowhere', () => {
  const versions = new OwnVersions();
  versions.follow([{ id: 'P', etag: '1' }], new Map([['P', '1']]));
  expect(versions.newest({ id: 'P', etag: '1' }).etag).toBe('1');
});

it('a version that comes back is the newest', () => {
  const versions = new OwnVersions();
  versions.follow([{ id: 'P', etag: '1' }], new Map([['P', '2']]));
  versions.follow([{ id: 'P', etag: '2' }], new Map([['P', '1']]));
  expect(versions.newest({ id: 'P', etag: '2' }).etag).toBe('1');
  expect(versions.newest({ id: 'P', etag: '1' }).etag).toBe('1');
});
