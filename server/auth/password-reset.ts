import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '@/server/store/database';

/** Milliseconds for which a link is good. */
export const RESET_LIFE_MS = 60 * 60 * 1000;
/** What the rows are called, before the hash of the link's token: the token itself is kept nowhere. */
const PREFIX = 'password-reset ';

const identifierOf = (token: string) => `${PREFIX}${createHash('sha256').update(token).digest('hex')}`;

/** The rows of one account's links. */
const linksOf = (teacherId: string) => ({ value: teacherId, identifier: { startsWith: PREFIX } });

/**
 * Makes a link's token for the account with this email (normalised, as `emailSchema` does it); links made before are void. Null: there is
 * no such account.
 */
export async function makeReset({ client }: Database, email: string, now: number): Promise<string | null> {
  const user = await client.user.findUnique({ where: { email }, select: { id: true } });
  if (user === null) return null;
  const token = randomBytes(32).toString('base64url');
  await client.$transaction([
    client.verification.deleteMany({
      where: { OR: [linksOf(user.id), { expiresAt: { lt: new Date(now) } }] },
    }),
    client.verification.create({
      data: {
        id: randomBytes(16).toString('hex'),
        identifier: identifierOf(token),
        value: user.id,
        expiresAt: new Date(now + RESET_LIFE_MS),
      },
    }),
  ]);
  return token;
}

/** Whose password a link may set; null where it is unknown, used or too old. Uses nothing up. */
export async function accountOfReset(
  { client }: Database,
  token: string,
  now: number,
): Promise<{ id: string; email: string; name: string } | null> {
  const link = await client.verification.findFirst({
    where: { identifier: identifierOf(token), expiresAt: { gt: new Date(now) } },
    select: { value: true },
  });
  if (link === null) return null;
  return client.user.findUnique({ where: { id: link.value }, select: { id: true, email: true, name: true } });
}

/** Uses a link up: true for one caller alone, however many ask at once. */
export async function consumeReset({ client }: Database, token: string, now: number): Promise<boolean> {
  const { count } = await client.verification.deleteMany({
    where: { identifier: identifierOf(token), expiresAt: { gt: new Date(now) } },
  });
  return count > 0;
}
