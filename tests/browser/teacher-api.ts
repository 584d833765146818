import { io, type Socket } from 'socket.io-client';
import type { TeacherCommand } from '@/protocol/commands';
import type { ClientToServer, CommandAnswer, ServerToClient } from '@/protocol/events';

/** A teacher without a browser, for tests and benches that are about something else: real account, real class, real socket. */
export interface ApiTeacher {
  email: string;
  password: string;
  /** The session cookie, as a `Cookie` header. */
  cookie: string;
  createClass(lessonId: string): Promise<{ code: string; id: string }>;
  /** Opens the console's socket of a class. */
  conduct(code: string): Promise<{ command(command: TeacherCommand): Promise<CommandAnswer>; close(): void }>;
}

let accounts = 0;

export async function createTeacher(origin: string): Promise<ApiTeacher> {
  accounts += 1;
  const email = `teacher-${process.pid}-${accounts}@example.org`;
  const password = 'correct horse battery';
  const headers = { 'content-type': 'application/json', origin };
  const signedUp = await fetch(`${origin}/api/auth/sign-up`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'Ada', email, password }),
  });
  if (!signedUp.ok) throw new Error(`Sign-up was refused: ${signedUp.status} ${await signedUp.text()}`);
  const cookie = signedUp.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return {
    email,
    password,
    cookie,
    async createClass(lessonId) {
      const made = await fetch(`${origin}/api/classes`, {
        method: 'POST',
        headers: { ...headers, cookie },
        body: JSON.stringify({ lessonId }),
      });
      const answer = (await made.json()) as { ok: boolean; code: string; id: string };
      if (!answer.ok) throw new Error(`The class was refused: ${answer.code}`);
      return answer;
    },
    async conduct(code) {
      const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
        transports: ['websocket'],
        extraHeaders: { cookie, origin },
        forceNew: true,
      });
      const attached = await socket.timeout(30_000).emitWithAck('attach', { code, as: { kind: 'teacher' } });
      if (!attached.ok) throw new Error(`The console was refused: ${attached.code}`);
      return {
        command: (command) => socket.timeout(30_000).emitWithAck('command', command),
        close: () => socket.disconnect(),
      };
    },
  };
}
