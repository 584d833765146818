import type { Database } from './database';

/** Classes of which texts are held: the largest have a few hundred kilobytes each. */
const MOST_HELD = 24;

/**
 * What was made of a class's runs for a page, held as long as none of them has changed: thousands of rows are read and packed once, and not at
 * each look at a class that is over. One query tells whether they have changed, so nobody has to say so.
 */
export class ClassTexts {
  private readonly held = new Map<string, { stamp: string; made: unknown }>();

  /** @param what the kind of text, another key each */
  async get<Made>(
    database: Database,
    what: string,
    classId: string,
    make: () => Promise<Made>,
  ): Promise<Made> {
    // Before reading: what changes meanwhile is read again next time.
    const stamp = await stampOf(database, classId);
    const key = `${what} ${classId}`;
    const known = this.held.get(key);
    this.held.delete(key);
    const made = known?.stamp === stamp ? (known.made as Made) : await make();
    this.held.set(key, { stamp, made });
    for (const oldest of this.held.keys()) if (this.held.size > MOST_HELD) this.held.delete(oldest);
    return made;
  }
}

/** Another one after each attach, batch, deletion and score. */
async function stampOf({ client }: Database, classId: string): Promise<string> {
  const rows = await client.$queryRaw<Record<string, unknown>[]>`
    SELECT COUNT(*) AS "runs", SUM("epoch") AS "epochs", SUM("highWater") AS "batches", MAX("createdAt") AS "begun",
      MAX("updatedAt") AS "newest",
      (SELECT COUNT(*) FROM "Score" WHERE "classId" = ${classId}) AS "scores",
      (SELECT MAX("submittedAt") FROM "Score" WHERE "classId" = ${classId}) AS "submitted"
    FROM "Run" WHERE "classId" = ${classId}`;
  return Object.values(rows[0] ?? {}).join(' ');
}
