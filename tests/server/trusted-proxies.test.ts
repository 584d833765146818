import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { TrustedProxies } from '@/server/trusted-proxies';

const asked = (remoteAddress: string, forwarded?: string) =>
  ({
    headers: { ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }) },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;

describe('whose word counts about who asks', () => {
  const proxies = new TrustedProxies(['10.0.0.9', '10.1.0.0/16', 'loopback', '2001:db8::/32']);
  it.each([
    ['nobody is named by the connection alone', '192.168.1.5', undefined, '192.168.1.5'],
    ['a visitor’s own claim', '192.168.1.5', '1.1.1.1', '192.168.1.5'],
    ['the proxy’s last entry', '10.0.0.9', '1.1.1.1, 2.2.2.2', '2.2.2.2'],
    ['two proxies behind each other', '10.0.0.9', '6.6.6.6, 2.2.2.2, 10.1.2.3', '2.2.2.2'],
    ['a claim before the first that is not trusted', '127.0.0.1', '10.0.0.9, 2.2.2.2', '2.2.2.2'],
    ['only proxies', '10.0.0.9', '10.1.2.3', '10.1.2.3'],
    ['a proxy that says nothing', '10.0.0.9', undefined, '10.0.0.9'],
    ['what is no address', '10.0.0.9', '1.1.1.1, unknown', '10.0.0.9'],
    ['an empty entry', '10.0.0.9', '1.1.1.1,', '10.0.0.9'],
    ['a port', '10.0.0.9', '2.2.2.2:4711', '2.2.2.2'],
    ['an IPv6 address with brackets and a port', '10.0.0.9', '[2a00::7]:4711', '2a00::7'],
    ['a socket for both families', '::ffff:10.0.0.9', '2.2.2.2', '2.2.2.2'],
    ['IPv6 all the way', '2001:db8::1', '2a00::7', '2a00::7'],
    ['a zone', 'fe80::1%eth0', '1.1.1.1', 'fe80::1'],
    ['a connection that is gone', '', '1.1.1.1', ''],
  ])('%s', (_what, from, forwarded, expected) => {
    expect(proxies.addressOf(asked(from, forwarded))).toBe(expected);
  });

  it('believes nobody where nobody is named', () => {
    expect(new TrustedProxies([]).addressOf(asked('127.0.0.1', '1.1.1.1'))).toBe('127.0.0.1');
  });

  it('knows private networks by name', () => {
    const named = new TrustedProxies(['private']);
    for (const address of ['10.2.3.4', '172.20.0.3', '192.168.0.9', 'fd00::1'])
      expect(named.trusts(address)).toBe(true);
    for (const address of ['127.0.0.1', '172.32.0.1', '8.8.8.8', '2a00::1', 'nonsense'])
      expect(named.trusts(address)).toBe(false);
  });

  it.each(['somewhere', '10.0.0.0/33', '::1/129', '10.0.0.0/', '10.0.0.0/8/8', ''])(
    'is not told %j',
    (entry) => {
      expect(() => new TrustedProxies([entry])).toThrow(RangeError);
    },
  );
});
