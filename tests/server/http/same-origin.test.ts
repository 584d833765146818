import { describe, expect, it } from 'vitest';
import { isSameOrigin } from '@/server/http/same-origin';

describe('a request of our own pages', () => {
  it('names our own host or the public origin', () => {
    const from = (origin: string | undefined, publicOrigin: string | null = null) =>
      isSameOrigin({ host: 'Room.local:3000', ...(origin ? { origin } : {}) }, publicOrigin);
    expect(from('http://room.local:3000')).toBe(true);
    expect(from('https://class.example.org', 'https://class.example.org')).toBe(true);
    for (const other of [undefined, 'null', 'http://room.local', 'http://room.local:3000.evil.org', 'x'])
      expect([other, from(other)]).toEqual([other, false]);
  });
});
