import { describe, expect, it } from 'vitest';
import { isOwnOrigin } from '@/server/auth/own-origin';

describe('isOwnOrigin', () => {
  const ask = (headers: { host?: string; origin?: string }, publicOrigin: string | null = null) =>
    isOwnOrigin(headers, publicOrigin);

  it.each([
    ['192.168.1.20:3000', 'http://192.168.1.20:3000'],
    ['localhost:3000', 'http://localhost:3000'],
    ['[fd00::1]:3000', 'http://[fd00::1]:3000'],
    ['Class.Local', 'http://class.local'],
    ['class.example.org', 'https://class.example.org'],
  ])('takes a page of the address it was asked by: %s', (host, origin) => {
    expect(ask({ host, origin })).toBe(true);
  });

  it('takes the public origin, whatever a proxy makes of the host', () => {
    const origin = 'https://class.example.org';
    expect(ask({ host: '127.0.0.1:3000', origin }, origin)).toBe(true);
    expect(ask({ host: '127.0.0.1:3000', origin }, null)).toBe(false);
  });

  it.each<{ host?: string; origin?: string }>([
    { origin: 'http://evil.example' },
    { origin: 'http://192.168.1.20:4000' },
    { origin: 'http://192.168.1.20:3000.evil.example' },
    { origin: 'null' },
    { origin: '' },
    { origin: 'file://192.168.1.20:3000' },
    {},
  ])('refuses others: %o', (headers) => {
    expect(ask({ host: '192.168.1.20:3000', ...headers })).toBe(false);
  });
});
