import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { serveAuth } from '@/server/auth/node-handler';
import { TrustedProxies } from '@/server/trusted-proxies';

let server: Server | null = null;
afterEach(() => server?.close());

/** Sends these lines as they are, and resolves with the first line of the answer. */
async function firstLineOf(port: number, lines: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer.split('\r\n')[0]!;
}

/** Starts a server that answers accounts' requests; `asked` and `failures` tell what came of them. */
async function startAuth() {
  const asked: string[] = [];
  const failures: unknown[] = [];
  const accounts = {
    handle: async (request: Request) => {
      asked.push(`${new URL(request.url).pathname} ${request.headers.get('host')}`);
      return new Response('{}', { status: 400 });
    },
  };
  server = createServer((request, response) => {
    serveAuth(accounts, request, response, new TrustedProxies([])).catch((error) => {
      failures.push(error);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, asked, failures };
}

it('an account’s request is answered whatever stands in its Host', async () => {
  const { port, asked, failures } = await startAuth();
  const line = await firstLineOf(port, [
    'POST /api/auth/sign-in HTTP/1.1',
    'Host: [',
    'Content-Length: 0',
    'Connection: close',
  ]);
  expect(failures).toEqual([]);
  expect(line).toBe('HTTP/1.1 400 Bad Request');
  expect(asked).toEqual(['/api/auth/sign-in [']);
});

it('a method that no web request can have is refused as such', async () => {
  const { port, asked, failures } = await startAuth();
  const line = await firstLineOf(port, [
    'TRACE /api/auth/sign-in HTTP/1.1',
    'Host: localhost',
    'Connection: close',
  ]);
  expect(line).toBe('HTTP/1.1 405 Method Not Allowed');
  expect([failures, asked]).toEqual([[], []]);
});
