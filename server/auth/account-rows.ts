import type { Database } from '@/server/store/database';

/** What is changed of an account and its sessions, each in one statement or one transaction. */

/** How better-auth calls signing in by password. */
const BY_PASSWORD = 'credential';

/** A signed-in browser, as its teacher sees it. Times in milliseconds since 1970. */
export interface BrowserSession {
  sessionId: string;
  /** Such as “Firefox, Windows”; empty where it is not known. */
  device: string;
  since: number;
}

/** The hash of an account's password, or null. */
export async function passwordHashOf({ client }: Database, teacherId: string): Promise<string | null> {
  const account = await client.account.findFirst({
    where: { userId: teacherId, providerId: BY_PASSWORD },
    select: { password: true },
  });
  return account?.password ?? null;
}

/**
 * Sets a password and ends the account's sessions, but for one.
 * @param kept the session that goes on; null: none
 * @returns the sessions that have ended
 */
export async function setPassword(
  { client }: Database,
  teacherId: string,
  password: string,
  kept: string | null,
): Promise<string[]> {
  const ended = await client.session.findMany({ where: { userId: teacherId }, select: { id: true } });
  await client.$transaction([
    client.account.updateMany({
      where: { userId: teacherId, providerId: BY_PASSWORD },
      data: { password },
    }),
    client.session.deleteMany({ where: { userId: teacherId, ...(kept !== null && { id: { not: kept } }) } }),
    // Whoever still has a link to set the password had it for the one that is no more.
    client.verification.deleteMany({ where: { value: teacherId } }),
  ]);
  return ended.map(({ id }) => id).filter((id) => id !== kept);
}

export async function setName({ client }: Database, teacherId: string, name: string): Promise<void> {
  await client.user.updateMany({ where: { id: teacherId }, data: { name } });
}

/** Gives an account another email. False: another account has it. */
export async function setEmail({ client }: Database, teacherId: string, email: string): Promise<boolean> {
  const other = () => client.user.count({ where: { email, id: { not: teacherId } } });
  if ((await other()) > 0) return false;
  try {
    await client.user.updateMany({ where: { id: teacherId }, data: { email } });
    return true;
  } catch (error) {
    // Somebody else was quicker: the column is unique.
    if ((await other()) > 0) return false;
    throw error;
  }
}

/** An account's signed-in browsers, the newest first. */
export async function browsersOf(
  { client }: Database,
  teacherId: string,
  now: number,
): Promise<BrowserSession[]> {
  const sessions = await client.session.findMany({
    where: { userId: teacherId, expiresAt: { gt: new Date(now) } },
    orderBy: { createdAt: 'desc' },
  });
  return sessions.map(({ id, userAgent, createdAt }) => ({
    sessionId: id,
    device: userAgent ?? '',
    since: createdAt.getTime(),
  }));
}

/**
 * Ends sessions of one account.
 * @param which one of them, or all but one
 * @returns those that have ended
 */
export async function endSessions(
  { client }: Database,
  teacherId: string,
  which: { only: string } | { allBut: string },
): Promise<string[]> {
  const id = 'only' in which ? which.only : { not: which.allBut };
  const where = { userId: teacherId, id };
  const ended = await client.session.findMany({ where, select: { id: true } });
  await client.session.deleteMany({ where });
  return ended.map((session) => session.id);
}

/** Deletes an account with all that is still its own. */
export async function deleteAccount({ client }: Database, teacherId: string): Promise<void> {
  await client.$transaction([
    client.verification.deleteMany({ where: { value: teacherId } }),
    client.user.deleteMany({ where: { id: teacherId } }),
  ]);
}
