import type { z } from 'zod';
import {
  AUTH_PATHS,
  changeEmailSchema,
  changeNameSchema,
  changePasswordSchema,
  closeAccountSchema,
  codeOf,
  endSessionsSchema,
} from '@/protocol/auth';
import type { Database } from '@/server/store/database';
import { deleteAccount, endSessions, passwordHashOf, setEmail, setName, setPassword } from './account-rows';
import type { PasswordHasher } from './password-hasher';
import { Refused } from './refused';
import type { SignInLimits } from './sign-in-limits';
import type { SignInTurns } from './sign-in-turns';
import type { TeacherSession } from './teacher-session';
import { mustBeStrong } from './weak-password';

interface Parts {
  database: Database;
  hasher: PasswordHasher;
  /** Guesses at the current password count as guesses at signing in. */
  limits: SignInLimits;
  turns: SignInTurns;
  /** Told of sessions that have ended. */
  ended(sessionIds: readonly string[]): void;
  /** Lets go of all that hangs on an account before it is deleted. */
  closing(teacherId: string): Promise<void>;
}

/** Who asks, from where. */
interface Asking {
  teacher: TeacherSession;
  address: string;
}

/** What a signed-in teacher may change of the own account. Each resolves when it holds, and throws `Refused`. */
export class OwnAccount {
  private readonly deeds: Readonly<Record<string, (body: unknown, asking: Asking) => Promise<void>>> = {
    [AUTH_PATHS.changeName]: (body, asking) => this.changeName(body, asking),
    [AUTH_PATHS.changeEmail]: (body, asking) => this.changeEmail(body, asking),
    [AUTH_PATHS.changePassword]: (body, asking) => this.changePassword(body, asking),
    [AUTH_PATHS.endSessions]: (body, asking) => this.endSessions(body, asking),
    [AUTH_PATHS.closeAccount]: (body, asking) => this.close(body, asking),
  };

  constructor(private readonly parts: Parts) {}

  /** What is asked at this address; null where it is none of these. */
  deedAt(path: string) {
    return Object.hasOwn(this.deeds, path) ? this.deeds[path]! : null;
  }

  private async changeName(body: unknown, { teacher }: Asking): Promise<void> {
    const { name } = read(changeNameSchema, body);
    await setName(this.parts.database, teacher.teacherId, name);
  }

  private async changeEmail(body: unknown, asking: Asking): Promise<void> {
    const { email, current } = read(changeEmailSchema, body);
    await this.mustKnowPassword(current, asking);
    if (!(await setEmail(this.parts.database, asking.teacher.teacherId, email)))
      throw new Refused('email-taken');
  }

  /** Everybody else who is signed in as this teacher has to sign in anew. */
  private async changePassword(body: unknown, asking: Asking): Promise<void> {
    const { password, current } = read(changePasswordSchema, body);
    await this.mustKnowPassword(current, asking);
    await mustBeStrong(password, asking.teacher);
    const { database, hasher, ended } = this.parts;
    const { teacherId, sessionId } = asking.teacher;
    ended(await setPassword(database, teacherId, await hasher.hash(password), sessionId));
  }

  private async endSessions(body: unknown, { teacher }: Asking): Promise<void> {
    const asked = read(endSessionsSchema, body);
    const which = 'others' in asked ? { allBut: teacher.sessionId } : { only: asked.sessionId };
    this.parts.ended(await endSessions(this.parts.database, teacher.teacherId, which));
  }

  private async close(body: unknown, asking: Asking): Promise<void> {
    const { confirm, current } = read(closeAccountSchema, body);
    const { teacherId, email, sessionId } = asking.teacher;
    if (confirm !== email) throw new Refused('not-confirmed');
    await this.mustKnowPassword(current, asking);
    await this.parts.closing(teacherId);
    const others = await endSessions(this.parts.database, teacherId, { allBut: sessionId });
    await deleteAccount(this.parts.database, teacherId);
    this.parts.ended([...others, sessionId]);
  }

  private async mustKnowPassword(current: string, { teacher, address }: Asking): Promise<void> {
    const { database, hasher, limits, turns } = this.parts;
    const { email, teacherId } = teacher;
    const hash = await passwordHashOf(database, teacherId);
    const pauseMs = limits.pauseMs(email, performance.now());
    const right =
      hash !== null &&
      (await turns.inTurn({ email, rank: 1, pauseMs, from: [address] }, () => hasher.verify(hash, current)));
    if (right) return;
    const wait = limits.take(email, address, performance.now());
    throw wait === null ? new Refused('wrong-password') : new Refused('rate-limited', wait);
  }
}

function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Refused(codeOf(parsed.error));
  return parsed.data;
}
