import { describe, expect, it } from 'vitest';
import { parseRouteTemplate } from '../../../../../infra/local/http/route-template.ts';

describe('parseRouteTemplate', () => {
  it.each([
    { template: 'errors', path: '/errors', values: {} },
    { template: 'errors', path: '/Errors/', values: {} },
    { template: 'errors', path: '/errors//', values: undefined },
    { template: 'errors', path: '/errors/1', values: undefined },
    { template: 'errors', path: '/', values: undefined },
    { template: 'errors', path: '', values: undefined },
    { template: 'errors/{id}', path: '/errors/1', values: { id: '1' } },
    { template: 'errors/{id}', path: '/errors', values: undefined },
    { template: 'errors/{id}', path: '/errors/', values: undefined },
    { template: 'errors/{id}/notes', path: '/errors//notes', values: undefined },
    { template: 'errors/{id}/notes', path: '/errors/7/NOTES', values: { id: '7' } },
    { template: '{a}/{b}', path: '/x/y', values: { a: 'x', b: 'y' } },
    { template: 'x/{__proto__}', path: '/x/y', values: Object.fromEntries([['__proto__', 'y']]) },
  ])('matches $template with $path: $values', ({ template, path, values }) => {
    expect(parseRouteTemplate(template)(path)).toEqual(values);
  });

  it.each([
    { template: '/errors', reason: 'literals' },
    { template: '~errors', reason: 'literals' },
    { template: 'a//b', reason: 'literals' },
    { template: 'a/{id', reason: 'literals' },
    { template: 'a/id}', reason: 'literals' },
    { template: 'a/{}', reason: 'literals' },
    { template: 'a/{id:int}', reason: 'literals' },
    { template: 'a/{id?}', reason: 'literals' },
    { template: 'a/{id=1}', reason: 'literals' },
    { template: '{*all}', reason: 'literals' },
    { template: 'what?', reason: 'literals' },
    { template: 'a/{name}.{extension}', reason: 'literals' },
    { template: '{id}/{ID}', reason: 'twice' },
  ])('refuses $template: $reason', ({ template, reason }) => {
    expect(() => parseRouteTemplate(template)).toThrow(reason);
  });
});
