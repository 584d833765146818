import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Env } from '@/server/env';
import type { Store } from '@/server/store/store';
import type { Verifier } from '@/server/verify/verifier';
import type { Bounds } from './bounds';

/** Teachers' accounts, as the live server needs them. */
export interface TeacherAccounts {
  /** The signed-in teacher of these headers (session cookie), or null. Looks into the database: a revoked session counts at once. */
  sessionOf(headers: IncomingHttpHeaders): Promise<{ teacherId: string } | null>;
  /** Answers `/api/auth/*`. */
  handleAuth(request: IncomingMessage, response: ServerResponse): Promise<void> | void;
  /** Told after a session was ended in this process. Returns the way to stop. */
  onSessionEnded(listener: () => void): () => void;
  /** The account with this email, for a teacher who wants to share a class; null: there is none. */
  findTeacher(email: string, askedBy: string): Promise<string | null | 'too-often'>;
  emailsOf(teacherIds: readonly string[]): Promise<Record<string, string>>;
  /** Told before an account is deleted, to let go of what hangs on it. Returns the way to stop. */
  onAccountClosing(listener: (teacherId: string) => Promise<void>): () => void;
}

/** Everything else on this port: the pages. */
export interface Pages {
  /** Whether they take upgrades of their own on the same server (hot reload in development). */
  readonly takeUpgrades: boolean;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void> | void;
}

/** What the application is put together from; tests give their own. */
export interface ApplicationParts {
  env: Env;
  store: Store;
  auth: TeacherAccounts;
  verifier: Verifier;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Milliseconds that no setting of the clock changes, for limits; without it the process's own. */
  steady?: () => number;
  /** What people may cost; without it BOUNDS. Tests see what happens without. */
  bounds?: Partial<Bounds>;
  log: Logger;
  /** Null: no pages (tests of the live server). */
  pages: Pages | null;
}
