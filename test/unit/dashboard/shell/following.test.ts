import { expect, it, vi } from 'vitest';
import { following } from '../../../../shared/dashboard/shell/following.ts';

const click = { ctrlKey: false, metaKey: false, shiftKey: false };

it.each([
  { name: 'a click', keys: {}, isFollowed: true },
  { name: 'Ctrl', keys: { ctrlKey: true }, isFollowed: false },
  { name: 'the command key', keys: { metaKey: true }, isFollowed: false },
  { name: 'Shift', keys: { shiftKey: true }, isFollowed: false },
])('with $name a link is followed in place: $isFollowed', ({ keys, isFollowed }) => {
  const follow = vi.fn();
  const preventDefault = vi.fn();
  following(follow)({ ...click, ...keys, preventDefault });
  expect(follow).toHaveBeenCalledTimes(isFollowed ? 1 : 0);
  expect(preventDefault).toHaveBeenCalledTimes(isFollowed ? 1 : 0);
});
