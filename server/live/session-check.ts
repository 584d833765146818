import type { Logger } from 'pino';
import { refusalOf } from '@/server/store/storage-trouble';
import type { Connection } from './connection';
import type { TeacherAccounts } from './parts';

/** Milliseconds between two looks at the sessions of consoles and screens that say nothing. */
const CHECK_MS = 15_000;

/** Lets go of consoles and screens whose teacher has signed out or was signed out. */
export class SessionCheck {
  private readonly timer: NodeJS.Timeout;
  private readonly stopListening: () => void;

  constructor(
    private readonly connections: () => Iterable<Connection>,
    private readonly auth: TeacherAccounts,
    private readonly log: Logger,
  ) {
    this.timer = setInterval(() => void this.check(), CHECK_MS);
    this.timer.unref();
    this.stopListening = auth.onSessionEnded(() => void this.check());
  }

  close(): void {
    clearInterval(this.timer);
    this.stopListening();
  }

  private async check(): Promise<void> {
    for (const connection of [...this.connections()]) {
      const role = connection.attached()?.role;
      if (role?.kind !== 'teacher' && role?.kind !== 'screen') continue;
      try {
        const session = await this.auth.sessionOf(connection.headers);
        if (session?.teacherId !== role.teacherId) connection.detach('not-signed-in');
      } catch (error) {
        if (!refusalOf(error)) this.log.error({ err: error }, 'a session could not be checked');
      }
    }
  }
}
