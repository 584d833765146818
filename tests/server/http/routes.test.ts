import { describe, expect, test } from 'vitest';
import { findRoute, ROUTES } from '@/server/http/routes';

const at = (path: string) => new URL(path, 'http://host');
const filled = (path: string) => path.replace(/:(\w+)/g, '$1-1');

describe('the table of routes', () => {
  test.each(ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s is found by its own address, with what stands in it',
    (_name, route) => {
      const found = findRoute(route.method, at(`${filled(route.path)}?run=7&id=8`));
      if (found === null || found === 'none') throw new Error('not found');
      expect(found.route).toBe(route);
      for (const [, name] of route.path.matchAll(/:(\w+)/g)) expect(found.params[name!]).toBe(`${name}-1`);
      expect(found.params.run).toBe('7');
    },
  );

  test('no two rows have the same address', () => {
    const names = ROUTES.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('what stands in the path counts, not what the query says', () => {
    const found = findRoute('GET', at('/api/classes/AAAAAA?code=BBBBBB'));
    expect(found).toMatchObject({ params: { code: 'AAAAAA' } });
  });

  test('beside it: an address of ours that means nothing, and those of others', () => {
    for (const [method, path] of [
      ['PUT', '/api/classes'],
      ['GET', '/api/classes'],
      ['GET', '/api/classes/a/b'],
      ['POST', '/api/classes/a/owners/b'],
      ['POST', '/api/classes/a/pool/wall'],
    ] as const)
      expect(findRoute(method, at(path))).toBe('none');
    for (const path of ['/', '/api/auth/session', '/api/classesX', '/class/AAAAAA'])
      expect(findRoute('GET', at(path))).toBeNull();
    expect(findRoute('GET', at('/api/classes/%E0%A4%A'))).toMatchObject({ params: { code: '' } });
  });
});
