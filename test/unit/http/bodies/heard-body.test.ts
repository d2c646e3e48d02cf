import { expect, it } from 'vitest';
import { toHeardBodies } from '../../../../shared/http/bodies/heard-body.ts';

const heard = (company: number, lastErrorAt: number, quiet = false) => ({
  environment: '',
  company: `C${company}`,
  lastErrorAt,
  lastHeartbeatAt: undefined,
  quiet,
});

it('of many companies ten are told, in their order, and always the one that was heard last', () => {
  const many = Array.from({ length: 14 }, (_, index) => heard(index, (index + 1) * 1000));
  const told = toHeardBodies(many).map(({ company }) => company);
  expect(told).toEqual(['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C13']);
});

it('all are told where there are few', () => {
  const few = [heard(0, 9000, true), heard(1, 1000)];
  expect(toHeardBodies(few).map(({ company }) => company)).toEqual(['C0', 'C1']);
});
