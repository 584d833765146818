import { describe, expect, it } from 'vitest';
import { announcement, serverAddresses } from '@/server/announce';

const address = (text: string, internal = false, family = 'IPv4') => ({ address: text, internal, family });
const interfaces = {
  lo: [address('127.0.0.1', true), address('::1', true, 'IPv6')],
  docker: [address('169.254.1.1'), address('100.64.0.7')],
  wlan: [address('192.168.1.20'), address('fe80::1', false, 'IPv6')],
};
const anywhere = { host: '0.0.0.0', publicOrigin: null };

describe('where the server is', () => {
  it('names this machine and the network, the school network first', () => {
    expect(serverAddresses(anywhere, 3000, interfaces)).toEqual({
      local: 'http://localhost:3000',
      lan: ['http://192.168.1.20:3000', 'http://100.64.0.7:3000'],
    });
    expect(serverAddresses(anywhere, 80, interfaces).lan[0]).toBe('http://192.168.1.20');
  });

  it('names no address under which nobody can reach it', () => {
    expect(serverAddresses({ host: '127.0.0.1', publicOrigin: null }, 3000, interfaces).lan).toEqual([]);
    expect(serverAddresses({ host: '10.0.0.2', publicOrigin: null }, 3000, interfaces)).toEqual({
      local: 'http://10.0.0.2:3000',
      lan: ['http://10.0.0.2:3000'],
    });
    expect(serverAddresses({ host: '::1', publicOrigin: null }, 3000, interfaces).local).toBe(
      'http://[::1]:3000',
    );
    const proxied = { host: '0.0.0.0', publicOrigin: 'https://class.example.org' };
    expect(serverAddresses(proxied, 3000, interfaces).lan).toEqual(['https://class.example.org']);
  });

  it('is printed with a QR code where a person can scan it', () => {
    const addresses = serverAddresses(anywhere, 3000, interfaces);
    expect(announcement(addresses, false)).toContain('http://192.168.1.20:3000');
    expect(announcement(addresses, false)).not.toMatch(/[▀▄█]/);
    expect(announcement(addresses, true)).toMatch(/[▀▄█]/);
  });
});
