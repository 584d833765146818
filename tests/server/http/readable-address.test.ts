import { describe, expect, it } from 'vitest';
import { isOwnAddress, isReadable } from '@/server/http/readable-address';

describe('an address', () => {
  it.each(['/', '/class/ABCDEF?x=%', '/学校', '/a%20b', '/?next=//evil.example', '/a//b', '/?q=[1]'])(
    'of this server: %s',
    (written) => {
      expect(isOwnAddress(written)).toBe(true);
    },
  );

  it.each([
    '',
    '*',
    'class',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil',
    'http://evil.example/',
    '/a\\b',
    'x:1',
  ])('of nobody, or of somebody else: %s', (written) => {
    expect(isOwnAddress(written)).toBe(false);
  });

  it.each(['/', '/join/%E3%81%8B', '/a%2Fb', '/100%25', '/a+b'])('can be read: %s', (path) => {
    expect(isReadable(path)).toBe(true);
  });

  it.each(['/%', '/%2', '/%zz', '/%E0%A4%A', '/%FF', '/%C0%AE', '/a%00b', '/%ED%A0%80'])(
    'cannot be read: %s',
    (path) => {
      expect(isReadable(path)).toBe(false);
    },
  );
});
