import { describe, expect, it } from 'vitest';
import { errorFacts, eventLine } from '../../../shared/http/event-line.ts';
import { StorageTimeoutError } from '../../../shared/storage/tables/storage-failure.ts';

describe('a line of the log', () => {
  it('is one line of JSON, whatever it holds', () => {
    const line = eventLine('errors-reported', { stored: 1, id: 'a\nb' });
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({ event: 'errors-reported', stored: 1, id: 'a\nb' });
  });
});

describe('facts of an error', () => {
  it('name the reason when storage is too slow', () => {
    expect(errorFacts(new StorageTimeoutError('No answer within 7000 ms'))).toMatchObject({
      error: 'StorageTimeoutError',
      reason: 'StorageTimeout',
    });
  });

  it('are its name and its stack', () => {
    const facts = errorFacts(new TypeError('secret'));
    expect(facts).toMatchObject({
      error: 'TypeError',
      at: expect.stringMatching(/event-line\.test\.ts:\d+:\d+/),
    });
  });

  it.each([
    { name: 'a message', message: 'secret' },
    { name: 'a message of several lines', message: 'one\nsecret\nthree' },
    { name: 'a message with lines like frames', message: 'x\n    at secret (secret:1:2)\n    at secret:3:4' },
    { name: 'a message that is part of its own stack', message: 'Error' },
    { name: 'no message', message: '' },
  ])('hold nothing of $name', ({ message }) => {
    const { at, ...facts } = errorFacts(new Error(message));
    expect(facts).toEqual({ error: 'Error' });
    expect(at).not.toContain('secret');
    expect(at).toContain('event-line.test.ts');
  });

  it('hold nothing of what JSON.parse says about a body', () => {
    let caught: unknown;
    try {
      JSON.parse('{\n    at secret (secret:1:2)\n}');
    } catch (error) {
      caught = error;
    }
    expect(JSON.stringify(errorFacts(caught))).not.toContain('secret');
  });

  it.each([
    {
      name: 'status and code',
      own: { statusCode: 403, code: 'AuthorizationFailure' },
      shown: { status: 403, reason: 'AuthorizationFailure' },
    },
    { name: 'the code of a socket', own: { code: 'ECONNREFUSED' }, shown: { reason: 'ECONNREFUSED' } },
    { name: 'no text in place of a code', own: { code: 'a secret text', statusCode: 'secret' }, shown: {} },
  ])('hold $name of a service’s answer', ({ own, shown }) => {
    const { at: _, ...facts } = errorFacts(Object.assign(new Error('x'), own));
    expect(facts).toEqual({ error: 'Error', ...shown });
  });

  it.each(['a text', undefined, { message: 'secret' }])(
    'are empty for what is not an error: %j',
    (thrown) => {
      expect(errorFacts(thrown)).toEqual({});
    },
  );
});
