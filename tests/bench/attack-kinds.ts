/** What attackers do, each without pause and many at a time. */
import { newCredentials } from '@/people/credentials';
import { Tab } from '@/people/tab';
import { drawRoomCode } from '@/protocol/room-code';
import { unforeseeable } from '@/server/live/credentials';
import { RawSocket } from '@/tests/attack/raw-socket';

/** What the bench tells the attackers. */
export interface AttackOrder {
  kind: string;
  url: string;
  code: string;
  email: string;
}

const LARGE = 'x'.repeat(200 * 1024);

async function attachedRaw({ url, code }: AttackOrder, nickname: string): Promise<RawSocket> {
  const socket = await RawSocket.open(url);
  socket.emit(0, 'attach', { code, as: { kind: 'newcomer', nickname, credentials: newCredentials() } });
  await new Promise((resolve) => socket.line.once('data', resolve));
  return socket;
}

let attackers = 0;
const name = () => {
  attackers += 1;
  return `Somebody ${attackers}`;
};
const breath = () => new Promise((resolve) => setImmediate(resolve));

/** One attacker's deed, over and over; how many of them go on at the same time. */
export const ATTACKS: Readonly<Record<string, { at: number; deed(order: AttackOrder): Promise<unknown> }>> = {
  'not-reading': {
    at: 20,
    deed: async (order) => {
      const socket = await attachedRaw(order, name());
      socket.stopReading();
      for (let id = 1; !socket.closed; id += 1) {
        socket.emit(id, 'run:list', { studentId: null });
        socket.emit(id, 'attach', { code: order.code, as: { kind: 'teacher' } });
        if (id % 20 === 0) await breath();
      }
    },
  },
  codes: {
    at: 100,
    deed: ({ url }) =>
      fetch(`${url}/api/classes/${drawRoomCode(unforeseeable)}`).then((answer) => answer.text()),
  },
  passwords: {
    at: 40,
    deed: ({ url, email }) =>
      fetch(`${url}/api/auth/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ email, password: `a wrong guess ${Math.random()}` }),
      }).then((answer) => answer.text()),
  },
  newcomers: {
    at: 50,
    deed: async ({ url, code }) => {
      const tab = new Tab(url, { reconnection: false, patienceMs: 20_000 });
      for (let index = 0; index < 5; index += 1)
        await tab.attach({ code, as: { kind: 'newcomer', nickname: name(), credentials: newCredentials() } });
      tab.close();
    },
  },
  large: {
    at: 10,
    deed: async (order) => {
      const socket = await attachedRaw(order, name());
      while (!socket.closed) {
        if (socket.line.writableLength < 4 * LARGE.length) socket.emit(null, 'command', LARGE);
        else await new Promise((resolve) => setTimeout(resolve, 5));
        await breath();
      }
    },
  },
  small: {
    at: 20,
    deed: async ({ url }) => {
      const socket = await RawSocket.open(url);
      for (let index = 0; !socket.closed; index += 1) {
        socket.emit(null, 'command', index);
        if (index % 50 === 0) await breath();
      }
    },
  },
  pages: {
    at: 100,
    deed: ({ url, code }) => fetch(`${url}/class/${code}`).then((answer) => answer.text()),
  },
  sockets: {
    at: 100,
    deed: async ({ url }) => (await RawSocket.open(url)).close(),
  },
};
