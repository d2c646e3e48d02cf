import { describe, expect, it } from 'vitest';
import type { Binding } from '../../../../../infra/local/app/core-types.ts';
import { functionLines } from '../../../../../infra/local/app/function-lines.ts';
import { listFunctions } from '../../../../../infra/local/app/function-list.ts';

const http = (name: string, trigger: Partial<Binding> = {}) => ({
  metadata: {
    name,
    bindings: { t: { type: 'httpTrigger', direction: 'in' as const, methods: ['GET'], ...trigger } },
  },
  callback: () => undefined,
});
const list = (registered: ReturnType<typeof http>[], settings: Record<string, string> = {}) =>
  listFunctions(registered, settings);

describe('listFunctions', () => {
  it('orders by name, by code unit and ignoring case', () => {
    const names = ['b_2', 'B10', 'a', 'C', 'ba', 'b-1', 'b1'];
    expect(list(names.map((name) => http(name))).map(({ name }) => name)).toEqual([
      ...['a', 'b-1', 'b1', 'B10', 'ba', 'b_2', 'C'],
    ]);
  });

  it('takes the name as the route where none is given, and the level of a function where none is given', () => {
    expect(list([http('hello', { methods: ['get', 'Post'] })])[0]?.http).toMatchObject({
      route: 'hello',
      methods: ['GET', 'POST'],
      authLevel: 'function',
    });
  });

  it.each([
    { name: 'a legal name', registered: [http('a_1-B')], errors: [undefined] },
    { name: 'a digit first', registered: [http('1a')], errors: ['not a valid function name'] },
    { name: 'a dot', registered: [http('a.b')], errors: ['not a valid function name'] },
    { name: 'the name host', registered: [http('Host')], errors: ['not a valid function name'] },
    { name: '128 letters', registered: [http('a'.repeat(128))], errors: [undefined] },
    { name: '129 letters', registered: [http('a'.repeat(129))], errors: ['not a valid function name'] },
    { name: 'the route admin', registered: [http('a', { route: 'admin' })], errors: ['built in'] },
    {
      name: 'a route that begins so',
      registered: [http('a', { route: 'Administrators' })],
      errors: ['built in'],
    },
    { name: 'the route runtime', registered: [http('a', { route: 'runtime/x' })], errors: ['built in'] },
    { name: 'a name that begins so', registered: [http('runtimes')], errors: ['built in'] },
    { name: 'admin further on', registered: [http('a', { route: 'x/admin' })], errors: [undefined] },
    {
      name: 'one route, two methods',
      registered: [http('a', { route: 'x' }), http('b', { route: 'x', methods: ['POST'] })],
      errors: [undefined, undefined],
    },
    {
      name: 'one route, a method in common',
      registered: [http('b', { route: 'x' }), http('a', { route: 'X', methods: ['POST', 'get'] })],
      errors: [undefined, "defined by function 'a'"],
    },
    {
      name: 'routes that only differ in a parameter',
      registered: [http('a', { route: 'x/{a}' }), http('b', { route: 'x/{b}' })],
      errors: [undefined, undefined],
    },
    {
      name: 'another trigger',
      registered: [http('a', { type: 'queueTrigger' })],
      errors: ['not queueTrigger'],
    },
    {
      name: 'a timer',
      registered: [http('a', { type: 'timerTrigger', schedule: '0 0 * * * *' })],
      errors: [undefined],
    },
    {
      name: 'a timer without a schedule',
      registered: [http('a', { type: 'timerTrigger' })],
      errors: ['five or six fields'],
    },
  ])('judges $name', ({ registered, errors }) => {
    expect(list(registered).map(({ error }) => error)).toEqual(
      errors.map((error) => (error === undefined ? undefined : expect.stringContaining(error))),
    );
  });

  it.each([
    { settings: { 'AzureWebJobs.a.Disabled': 'true' }, disabled: true },
    { settings: { 'AzureWebJobs.a.Disabled': 'True' }, disabled: true },
    { settings: { 'AzureWebJobs.a.Disabled': '1' }, disabled: true },
    { settings: { AzureWebJobs_a_Disabled: 'true' }, disabled: true },
    { settings: { 'AzureWebJobs.a.Disabled': 'false' }, disabled: false },
    { settings: { 'AzureWebJobs.b.Disabled': 'true' }, disabled: false },
  ])('reads from $settings that it is disabled: $disabled', ({ settings, disabled }) => {
    expect(list([http('a')], settings)[0]?.disabled).toBe(disabled);
  });
});

describe('functionLines', () => {
  it('lists how requests reach each function, without those in error', () => {
    const functions = list(
      [
        http('get', { route: 'x/{id}', methods: ['GET', 'POST'] }),
        http('1'),
        http('t', { type: 'timerTrigger', schedule: '0 0 * * * *' }),
      ],
      { 'AzureWebJobs.t.Disabled': 'true' },
    );
    expect(functionLines('http://localhost:7071/api', functions)).toEqual([
      ...['', 'Functions:', '', '\tget: [GET,POST] http://localhost:7071/api/x/{id}'],
      ...['', '\tt: timerTrigger (disabled)'],
    ]);
  });
});
