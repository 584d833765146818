import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { KeptResponse } from '@/server/http/kept-response';
import { answerHeaders, pagePolicy, underPolicy } from '@/server/http/page-policy';
import type { Pages } from '@/server/live/parts';

const BUILT = { publicOrigin: null, development: false };

describe('a page’s policy', () => {
  const directive = (policy: string, name: string) =>
    policy
      .split('; ')
      .find((one) => one.startsWith(`${name} `))
      ?.slice(name.length + 1);

  it('lets scripts run that carry the nonce, and no text', () => {
    const scripts = directive(pagePolicy('c2VjcmV0', 'school.example', BUILT), 'script-src')!;
    expect(scripts.split(' ')).toEqual([
      "'self'",
      "'nonce-c2VjcmV0'",
      "'strict-dynamic'",
      "'wasm-unsafe-eval'",
    ]);
  });

  it('is laxer in development alone', () => {
    expect(pagePolicy('a', 'h', { ...BUILT, development: true })).toContain("'unsafe-eval'");
    expect(pagePolicy('a', 'h', BUILT)).not.toContain("'unsafe-eval'");
  });

  it.each(['192.168.1.20:3000', 'school.example', '[fe80::1]:3000', 'localhost'])(
    'names the sockets of the host that was asked: %s',
    (host) => {
      expect(directive(pagePolicy('a', host, BUILT), 'connect-src')).toBe(
        `'self' ws://${host} wss://${host}`,
      );
    },
  );

  it.each([undefined, 'a b', "evil.example; script-src 'unsafe-inline'", 'x\r\ny', '', 'a:99999999'])(
    'repeats nothing that is no host: %j',
    (host) => {
      expect(directive(pagePolicy('a', host, BUILT), 'connect-src')).toBe("'self'");
      expect(pagePolicy('a', host, BUILT)).not.toContain("'unsafe-inline'; script");
    },
  );

  it('names the public host, whatever the request says', () => {
    const policy = pagePolicy('a', 'evil.example', { ...BUILT, publicOrigin: 'https://class.example' });
    expect(directive(policy, 'connect-src')).toBe("'self' ws://class.example wss://class.example");
  });

  it('is told to whoever makes the page and to whoever is given it, anew each time', async () => {
    const told: unknown[] = [];
    const pages: Pages = {
      takeUpgrades: false,
      handle: (request, response) => {
        told.push(request.headers['content-security-policy']);
        response.end();
      },
    };
    const make = async () => {
      const request = new IncomingMessage(new Socket());
      // A visitor's own word does not count.
      request.headers = { host: 'school.example', 'content-security-policy': "script-src 'nonce-mine'" };
      const response = new KeptResponse(request);
      await underPolicy(pages, BUILT).handle(request, response);
      return response.kept().headers['content-security-policy'];
    };
    const given = [await make(), await make()];
    expect(given).toEqual(told);
    expect(String(given[0])).not.toContain('nonce-mine');
    expect(given[0]).not.toBe(given[1]);
  });
});

describe('what every answer says', () => {
  it('asks for https alone where it is reached by it', () => {
    const name = 'strict-transport-security';
    expect(answerHeaders({ publicOrigin: 'https://class.example' })).toHaveProperty(name);
    expect(answerHeaders({ publicOrigin: 'http://10.0.0.5:3000' })).not.toHaveProperty(name);
    expect(answerHeaders({ publicOrigin: null })).not.toHaveProperty(name);
  });

  it('refuses what no page needs', () => {
    expect(answerHeaders({ publicOrigin: null })['permissions-policy']).toContain('camera=(), ');
  });
});
