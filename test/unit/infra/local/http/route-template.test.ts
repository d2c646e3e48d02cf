import { describe, expect, it } from 'vitest';
import { parseRouteTemplate } from '../../../../../infra/local/http/route-template.ts';

describe('parseRouteTemplate', () => {
  it.each([
    { template: 'errors', path: '/errors', values: {} },
    { template: 'errors', path: '/Errors/', values: {} },
    { template: 'errors', path: '/errors//', values: undefined },
    { template: 'errors', path: '/errors/1', values: undefined },
    { template: 'errors', path: '/', values: undefined },
    { template: 'errors/{id}', path: '/errors/1', values: { id: '1' } },
    { template: 'errors/{id}', path: '/errors', values: undefined },
    { template: 'errors/{id}', path: '/errors/', values: undefined },
    { template: 'errors/{id}/notes', path: '/errors//notes', values: undefined },
    { template: 'errors/{id}/notes', path: '/errors/7/NOTES', values: { id: '7' } },
    { template: '{a}/{b}', path: '/x/y', values: { a: 'x', b: 'y' } },
    { template: 'errors/{id?}', path: '/errors', values: {} },
    { template: 'errors/{id?}', path: '/errors/1', values: { id: '1' } },
    { template: 'errors/{id:int?}', path: '/errors', values: {} },
    { template: 'errors/{id:int?}', path: '/errors/x', values: undefined },
    { template: 'errors/{id=latest}', path: '/errors', values: { id: 'latest' } },
    { template: 'errors/{id:alpha=latest}', path: '/errors/x', values: { id: 'x' } },
    { template: 'files/{*path}', path: '/files/a/b/c', values: { path: 'a/b/c' } },
    { template: 'files/{**path}', path: '/files/a/b', values: { path: 'a/b' } },
    { template: 'files/{*path}', path: '/files', values: {} },
    { template: 'files/{*path:minlength(3)}', path: '/files/a', values: undefined },
    { template: '{*all}', path: '/', values: {} },
    { template: 'x/{id:minlength(2):maxlength(3)}', path: '/x/ab', values: { id: 'ab' } },
    { template: 'x/{id:minlength(2):maxlength(3)}', path: '/x/abcd', values: undefined },
    { template: String.raw`x/{id:regex(^\d{{3}}-[a-z/:]+$)}`, path: '/x/123-a:b', values: { id: '123-a:b' } },
    { template: String.raw`x/{id:regex(^\d{{3}}$)}/y`, path: '/x/1234/y', values: undefined },
    { template: 'x/{id:regex(^(a|b)$)}', path: '/x/B', values: { id: 'B' } },
  ])('matches $template with $path: $values', ({ template, path, values }) => {
    expect(parseRouteTemplate(template).match(path)).toEqual(values);
  });

  it.each([
    { template: '/errors', reason: 'begins with /' },
    { template: '~errors', reason: 'begins with ~' },
    { template: 'a//b', reason: 'empty segment' },
    { template: 'a/{id', reason: 'does not close' },
    { template: 'a/id}', reason: 'not open' },
    { template: 'a/{}', reason: 'no proper name' },
    { template: 'a/{:int}', reason: 'no proper name' },
    { template: 'a/{i*d}', reason: 'no proper name' },
    { template: '{id}/{ID}', reason: 'twice' },
    { template: '{*all}/more', reason: 'after its catch-all' },
    { template: '{*all?}', reason: 'optional' },
    { template: '{id=1?}', reason: 'optional' },
    { template: 'what?', reason: 'question mark' },
    { template: 'a/{id:uuid}', reason: '"uuid" is not known' },
    { template: 'a/{id:regex([)}', reason: 'regular expression' },
    { template: 'a/{name}.{extension}', reason: 'mixes text and parameters' },
    { template: 'a/x{name}', reason: 'mixes text and parameters' },
    { template: 'a/{name}x', reason: 'mixes text and parameters' },
  ])('refuses $template: $reason', ({ template, reason }) => {
    expect(() => parseRouteTemplate(template)).toThrow(reason);
  });
});
