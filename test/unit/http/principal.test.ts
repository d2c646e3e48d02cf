import { HttpRequest } from '@azure/functions';
import { describe, expect, it } from 'vitest';
import { authorize, rolesByScope } from '../../../shared/http/principal.ts';

const scopes = ['report', 'read', 'manage', 'validate'] as const;

function request(header?: string): HttpRequest {
  return new HttpRequest({
    method: 'GET',
    url: 'http://h/api/errors',
    headers: header === undefined ? {} : { 'x-ms-client-principal': header },
  });
}

const principal = (claims: readonly (readonly [string, string])[], rest: object = {}) =>
  request(
    Buffer.from(
      JSON.stringify({ auth_typ: 'aad', claims: claims.map(([typ, val]) => ({ typ, val })), ...rest }),
    ).toString('base64'),
  );
const nobody = { name: 'anyone', scopes: [] };
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('function keys', () => {
  it('are checked by the host: the header is ignored', () => {
    expect(authorize('keys', 'manage', principal([['name', 'Someone']]))).toEqual({
      name: 'function key',
      scopes,
    });
    expect(authorize('keys', 'public', request())).toEqual(nobody);
  });
});

describe('the origin of a request', () => {
  const sent = (method: string, origin?: string, url = 'http://desk.example/api/decisions') =>
    new HttpRequest({ method, url, headers: origin === undefined ? {} : { origin } });
  const deskOrigin = 'https://page.example';

  it.each(['POST', 'PATCH', 'PUT', 'DELETE'])('of another site may not change anything: %s', (method) => {
    for (const origin of [
      'https://evil.example',
      'null',
      '',
      'https://desk.example.evil.example',
      'https://evil.desk.example',
      'https://desk.example:8443',
      'http://page.example',
      'desk.example',
    ])
      expect(() => authorize('entra', 'manage', sent(method, origin), deskOrigin), origin).toThrow(
        expect.objectContaining({ code: 'foreign-origin' }),
      );
  });

  it.each([
    { name: 'its own host', request: sent('POST', 'https://desk.example') },
    { name: 'its own port', request: sent('POST', 'http://desk.example:7071', 'http://desk.example:7071/x') },
    { name: 'the page of the desk', request: sent('POST', deskOrigin) },
    { name: 'no browser', request: sent('POST') },
    { name: 'another site that only reads', request: sent('GET', 'https://evil.example') },
  ])('may be $name', ({ request }) => {
    expect(() => authorize('entra', 'manage', request, deskOrigin)).toThrow(
      expect.objectContaining({ code: 'unauthenticated' }),
    );
  });

  it('does not matter with function keys, which a browser never adds by itself', () => {
    expect(authorize('keys', 'manage', sent('POST', 'https://evil.example')).name).toBe('function key');
  });
});

describe('Entra', () => {
  it.each(scopes)('accepts %s with its role alone', (scope) => {
    const caller = principal([
      ['roles', rolesByScope[scope]],
      ['name', 'Robin'],
    ]);
    expect(authorize('entra', scope, caller)).toEqual({ name: 'Robin', scopes: [scope] });
    for (const other of scopes.filter((one) => one !== scope))
      expect(() => authorize('entra', other, caller)).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  it('accepts anyone for public operations', () => {
    expect(authorize('entra', 'public', request())).toEqual(nobody);
  });

  it('accepts any sign-in, whatever its roles, where only one is asked for', () => {
    const caller = principal([
      ['name', 'Robin'],
      ['roles', rolesByScope.validate],
      ['roles', 'Errors.Owner'],
      ['roles', rolesByScope.read],
    ]);
    expect(authorize('entra', 'signed-in', caller)).toEqual({ name: 'Robin', scopes: ['read', 'validate'] });
    expect(authorize('entra', 'signed-in', principal([]))).toEqual({ name: 'signed-in caller', scopes: [] });
    expect(() => authorize('entra', 'signed-in', request())).toThrow(
      expect.objectContaining({ code: 'unauthenticated' }),
    );
  });

  it.each([
    { name: 'no header', header: undefined },
    { name: 'an empty one', header: '' },
    { name: 'no base64', header: '%%%' },
    { name: 'no JSON', header: base64('{"claims":') },
    { name: 'another JSON', header: base64('[]') },
    { name: 'null', header: base64('null') },
    { name: 'no claims', header: base64('{"auth_typ":"aad"}') },
    { name: 'claims that are none', header: base64('{"claims":[{"typ":1,"val":2}]}') },
    { name: 'roles without claims', header: base64('{"roles":["Errors.Read"]}') },
  ])('signs nobody in: $name', ({ header }) => {
    expect(() => authorize('entra', 'read', request(header))).toThrow(
      expect.objectContaining({ code: 'unauthenticated' }),
    );
  });

  it.each([
    { name: 'no role', claims: [['name', 'x']] },
    { name: 'another role', claims: [['roles', 'Errors.Reader']] },
    { name: 'another case', claims: [['roles', 'errors.read']] },
    { name: 'several in one', claims: [['roles', 'Errors.Read,Errors.Manage']] },
    { name: 'a role in another claim', claims: [['groups', 'Errors.Read']] },
  ] as const)('accepts only the exact role: $name', ({ claims }) => {
    expect(() => authorize('entra', 'read', principal(claims))).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });

  it('reads roles from the claim that the header names', () => {
    const type = 'http://schemas.microsoft.com/ws/2008/06/identity/claims/role';
    expect(authorize('entra', 'read', principal([[type, 'Errors.Read']], { role_typ: type }))).toBeTruthy();
  });

  it.each([
    {
      name: 'the claim that the header names',
      claims: [
        ['upn', 'u'],
        ['name', 'n'],
      ],
      rest: { name_typ: 'upn' },
      caller: 'u',
    },
    {
      name: 'preferred_username',
      claims: [
        ['name', 'n'],
        ['preferred_username', 'p'],
      ],
      caller: 'p',
    },
    {
      name: 'name',
      claims: [
        ['name', 'n'],
        ['azp', 'a'],
      ],
      caller: 'n',
    },
    {
      name: 'azp of an app',
      claims: [
        ['azp', 'a'],
        ['oid', 'o'],
      ],
      caller: 'a',
    },
    {
      name: 'appid of an app',
      claims: [
        ['appid', 'a'],
        ['oid', 'o'],
      ],
      caller: 'a',
    },
    { name: 'oid', claims: [['oid', 'o']], caller: 'o' },
    { name: 'nothing', claims: [], caller: 'signed-in caller' },
    {
      name: 'an empty name',
      claims: [
        ['name', ''],
        ['oid', 'o'],
      ],
      caller: 'o',
    },
    { name: 'a long name', claims: [['name', 'x'.repeat(999)]], caller: 'x'.repeat(200) },
  ])('takes the name of the caller from $name', ({ claims, rest, caller }) => {
    const all = [
      ['roles', 'Errors.Read'] as const,
      ...claims.map(([type = '', value = '']) => [type, value] as const),
    ];
    expect(authorize('entra', 'read', principal(all, rest)).name).toBe(caller);
  });
});
