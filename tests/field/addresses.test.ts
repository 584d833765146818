import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableOrigin, serverAddresses } from '@/server/announce';
import { isOwnOrigin } from '@/server/auth/own-origin';
import { readEnv } from '@/server/env';
import { leadOn } from '@/server/http/lead-on';

describe('an address that is not quite right leads on', () => {
  it.each([
    ['/K7M4QX', '/join/K7M4QX'],
    ['/k7m4qx', '/join/K7M4QX'],
    ['/k7m-4qx', '/join/K7M4QX'],
    ['/K7M%204QX', '/join/K7M4QX'],
    ['/K7M4QX.', '/join/K7M4QX'],
    ['/K7M4QX/', '/join/K7M4QX'],
    ['/%EF%BC%AB7M4QX', '/join/K7M4QX'],
    ['/join', '/'],
    ['/join/', '/'],
    ['/Join', '/'],
    ['/join/.', '/'],
    ['/class', '/'],
    ['/screen', '/teach'],
    ['/teach/live', '/teach'],
    ['/teach/live/', '/teach'],
    ...'. , ; ! ? ) ] > " \' … 。 、 」 ） 》 » ” ’ · * _ ~ | : ! %20 %0A %C2%A0 %E2%80%8B %EF%BC%8E %'
      .split(' ')
      .map((end) => [`/join/K7M4QX${end.startsWith('%') ? end : encodeURIComponent(end)}`, '/join/K7M4QX']),
    ['/join/K7M4QX/', '/join/K7M4QX'],
    ['/join/K7M4QX./', '/join/K7M4QX'],
    ['/join/(K7M4QX)', '/join/K7M4QX'],
    ['/join/%E3%80%8CK7M4QX%E3%80%8D', '/join/K7M4QX'],
    ['/join/K7M4QX,please', '/join/K7M4QX'],
    ['/join/K7M4QX%E3%80%82%E5%8F%82%E5%8A%A0', '/join/K7M4QX'],
    ['/join/K7M4QX/please', '/join/K7M4QX'],
    ['/join/k7m4qx', '/join/K7M4QX'],
    ['/JOIN/K7M4QX', '/join/K7M4QX'],
    ['/join/K.7.M.4.Q.X', '/join/K7M4QX'],
    ['/join/%254B7M4QX', '/join/K7M4QX'],
    ['/class/k7m4qx', '/class/K7M4QX'],
    ['/class/K7M4QX.', '/class/K7M4QX'],
    ['/screen/k7m4qx', '/screen/K7M4QX'],
    ['/teach/live/k7m4qx', '/teach/live/K7M4QX'],
    ['/teach/live/K7M4QX.', '/teach/live/K7M4QX'],
    ['/Teach/Live/K7M4QX', '/teach/live/K7M4QX'],
  ])('%s to %s', (from, to) => expect(leadOn(from!)).toBe(to));

  it.each([
    ...[
      '/',
      '/join/K7M4QX',
      '/class/K7M4QX',
      '/screen/K7M4QX',
      '/teach/live/K7M4QX',
      '/teach',
      '/learn',
      '/lab',
      '/review',
      '/learn/perceptron',
      '/teach/sign-in',
    ],
    ...[
      '/app.css',
      '/robots.txt',
      '/favicon.ico',
      '/icon.svg',
      '/_next/static/x.js',
      '/join/NOPE',
      '/join/K7M4Q0',
      '/data/digits/train-1.bin',
      '/joiner',
      '/healthz',
      '/me/K7M4QX',
    ],
  ])('%s stays', (path) => expect(leadOn(path)).toBeNull());

  it('never leads round in a circle or to another host, whatever is asked for', () => {
    const piece = fc.constantFrom(
      '/',
      'join',
      'class',
      'K7M4QX',
      '.',
      '%2F',
      '%',
      '%5C',
      'teach/live',
      '//',
      'x.example',
      ' ',
      '。',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const to = leadOn(`/${pieces.join('')}`);
        if (to === null) return;
        expect(to).toMatch(/^\/(?:(?:join|class|screen|teach\/live)\/[A-Z2-9]{6}|teach)?$/);
        expect(leadOn(to)).toBeNull();
      }),
    );
  });
});

describe('an international name as the public address', () => {
  it.each([
    ['https://学校.example', new URL('https://学校.example').origin],
    ['https://Schule-Köln.example/', 'https://xn--schule-kln-lcb.example'],
    ['https://xn--schule-kln-lcb.example', 'https://xn--schule-kln-lcb.example'],
    ['https://школа.example:8443', new URL('https://школа.example:8443').origin],
    ['http://مدرسة.example', new URL('http://مدرسة.example').origin],
    ['https://class.example.org:443', 'https://class.example.org'],
    ['HTTPS://CLASS.example.org', 'https://class.example.org'],
  ])('%s', (given, ascii) => {
    const { publicOrigin } = readEnv({ PUBLIC_ORIGIN: given });
    expect(publicOrigin).toBe(ascii);
    // What browsers send, and what a proxy makes of the host.
    expect(isOwnOrigin({ origin: ascii, host: '127.0.0.1:3000' }, publicOrigin)).toBe(true);
    expect(isOwnOrigin({ origin: new URL(given).origin, host: new URL(given).host }, null)).toBe(true);
    expect(
      isOwnOrigin({ origin: 'https://学校.example.evil.example', host: '127.0.0.1:3000' }, publicOrigin),
    ).toBe(false);
  });

  it('is shown as people write it', () => {
    expect(readableOrigin('https://xn--schule-kln-lcb.example:8443')).toBe(
      'https://schule-köln.example:8443',
    );
    const { publicOrigin } = readEnv({ PUBLIC_ORIGIN: 'https://学校.example' });
    expect(serverAddresses({ host: '0.0.0.0', publicOrigin }, 3000, {}).lan).toEqual([
      'https://学校.example',
    ]);
  });

  it.each([
    'https://学校.example/app',
    'https://a@b.example',
    'ftp://学校.example',
    '学校.example',
    'https://a b.example',
    'https://x.example/?',
    'https://x.example#y',
  ])('%s is refused', (given) =>
    expect(() => readEnv({ PUBLIC_ORIGIN: given })).toThrow(/PUBLIC_ORIGIN must be/),
  );
});
