import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An open door: whoever goes to `url` on this computer is signed in. */
export interface SignInDoor {
  url: string;
  close(): void;
}

/**
 * A link that signs its visitor in: a second, loopback-only server that hands out a teacher's session cookie and sends
 * the visitor on. Cookies do not tell ports apart, so the product itself needs no such way in.
 */
export async function openSignInDoor(cookie: string, onward: string): Promise<SignInDoor> {
  const token = randomBytes(16).toString('hex');
  const server = createServer((request, response) => {
    if (request.url !== `/${token}`) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(303, {
        location: onward,
        'set-cookie': cookie.split('; ').map((pair) => `${pair}; Path=/; HttpOnly; SameSite=Lax`),
      })
      .end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/${token}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
