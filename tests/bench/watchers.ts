import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '@/protocol/events';
import type { Door } from './live-messages';

export type Line = Socket<ServerToClient, ClientToServer>;

/** A teacher, who begins the class, or a projector. */
export function connect(load: Door, kind: 'teacher' | 'screen'): Line {
  const line: Line = io(load.url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: load.cookie },
  });
  line.on('connect', async () => {
    const answer = await line.emitWithAck('attach', { code: load.code, as: { kind } });
    if (!answer.ok) throw new Error(answer.code);
    if (kind === 'teacher') await line.emitWithAck('command', { type: 'class:begin' });
  });
  return line;
}
