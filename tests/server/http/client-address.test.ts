import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress } from '@/server/http/client-address';
import { isSameOrigin } from '@/server/http/same-origin';

const request = (headers: Record<string, string>) =>
  ({ headers, socket: { remoteAddress: '10.0.0.9' } }) as unknown as IncomingMessage;

describe('where a request comes from', () => {
  it('believes the proxy alone, and only what the proxy itself wrote', () => {
    const forged = request({ 'x-forwarded-for': '1.1.1.1, 2.2.2.2' });
    expect(clientAddress(forged, false)).toBe('10.0.0.9');
    expect(clientAddress(forged, true)).toBe('2.2.2.2');
    expect(clientAddress(request({}), true)).toBe('10.0.0.9');
  });

  it('is our own page only with our host or the public origin', () => {
    const from = (origin: string | undefined, publicOrigin: string | null = null) =>
      isSameOrigin({ host: 'Room.local:3000', ...(origin ? { origin } : {}) }, publicOrigin);
    expect(from('http://room.local:3000')).toBe(true);
    expect(from('https://class.example.org', 'https://class.example.org')).toBe(true);
    for (const other of [undefined, 'null', 'http://room.local', 'http://room.local:3000.evil.org', 'x'])
      expect([other, from(other)]).toEqual([other, false]);
  });
});
