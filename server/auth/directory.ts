import { RateLimiter } from '@/base/rate-limiter';
import type { Database } from '@/server/store/database';

/** Finds other teachers of this server by their email, for one who wants to share a class. */
export class Directory {
  /** Nobody shares with so many: who asks more often is looking for who has an account. */
  private readonly asked = new RateLimiter({ burst: 20, perSecond: 1 / 30 });

  constructor(private readonly database: Database) {}

  /** The account with this email (normalised); null where there is none. */
  async find(email: string, askedBy: string): Promise<string | null | 'too-often'> {
    if (!this.asked.allow(askedBy, performance.now())) return 'too-often';
    const user = await this.database.client.user.findUnique({ where: { email }, select: { id: true } });
    return user?.id ?? null;
  }

  async emailsOf(teacherIds: readonly string[]): Promise<Record<string, string>> {
    const users = await this.database.client.user.findMany({
      where: { id: { in: [...teacherIds] } },
      select: { id: true, email: true },
    });
    return Object.fromEntries(users.map(({ id, email }) => [id, email]));
  }
}
