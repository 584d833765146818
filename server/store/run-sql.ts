import type { Provider } from './database';

/**
 * Statements for whole groups of attaches and batches: each takes one JSON array of rows, which is 4 to 18 times as fast
 * as a parameter for each value. They take the same rows for both providers.
 */
interface RunSql {
  /**
   * `[[id, classId, studentId, experiment, backend, startedAt, now, continues or null], …]`, each id once, in an order that all nodes
   * share: makes the runs that are new and raises the epoch of the others. Gives the rows of those that were the
   * student's own; none for a student that is not in the class.
   */
  attachRuns: string;
  /** `[id, …]`: the rows of these runs, locked until the end of the transaction, in an order that all nodes share. */
  lockHeads: string;
  /** `[[runId, sequence, points, pointCount, state, receivedAt], …]` */
  insertBatches: string;
  /** `[[id, highWater, state, pointCount, lastPoint or null, report or null, updatedAt], …]`: null leaves what is there. */
  updateRuns: string;
}

const HEAD = '"id", "epoch", "highWater", "state", "pointCount"';
const BATCH = '"runId", "sequence", "points", "pointCount", "state", "receivedAt"';

const NEW_RUN = `"id", "classId", "studentId", "experiment", "backend", "startedAt", "createdAt", "updatedAt",
  "continues", "state", "epoch", "highWater", "pointCount"`;
/** A run that has ended keeps the backend it ended on. */
const RAISE_EPOCH = `ON CONFLICT ("id") DO UPDATE SET "epoch" = "Run"."epoch" + 1,
      "backend" = CASE WHEN "Run"."state" IN ('training', 'paused') THEN excluded."backend" ELSE "Run"."backend" END
    WHERE "Run"."classId" = excluded."classId" AND "Run"."studentId" = excluded."studentId"
    RETURNING *, (SELECT MAX(COALESCE("shownAccuracy", "publicAccuracy")) FROM "Score" WHERE "runId" = "Run"."id") AS "verifiedAccuracy"`;

const sqlite: RunSql = {
  attachRuns: `INSERT INTO "Run" (${NEW_RUN})
    SELECT a."value" ->> 0, a."value" ->> 1, a."value" ->> 2, a."value" ->> 3, a."value" ->> 4, a."value" ->> 5,
      a."value" ->> 6, a."value" ->> 6, a."value" ->> 7, 'training', 1, 0, 0 FROM json_each(?) AS a
    WHERE EXISTS (SELECT 1 FROM "Student" s WHERE s."classId" = a."value" ->> 1 AND s."id" = a."value" ->> 2)
    ${RAISE_EPOCH}`,
  // The transaction is a writer's from its first statement: nobody else writes meanwhile.
  lockHeads: `SELECT ${HEAD} FROM "Run" WHERE "id" IN (SELECT "value" FROM json_each(?))`,
  insertBatches: `INSERT INTO "RunBatch" (${BATCH})
    SELECT "value" ->> 0, "value" ->> 1, "value" ->> 2, "value" ->> 3, "value" ->> 4, "value" ->> 5 FROM json_each(?)`,
  updateRuns: `UPDATE "Run" SET
      "highWater" = c."value" ->> 1, "state" = c."value" ->> 2, "pointCount" = c."value" ->> 3,
      "lastPoint" = COALESCE(c."value" ->> 4, "lastPoint"), "report" = COALESCE(c."value" ->> 5, "report"),
      "updatedAt" = c."value" ->> 6
    FROM json_each(?) AS c WHERE "Run"."id" = c."value" ->> 0`,
};

const postgresql: RunSql = {
  attachRuns: `INSERT INTO "Run" (${NEW_RUN})
    SELECT a ->> 0, a ->> 1, a ->> 2, a ->> 3, a ->> 4, CAST(a ->> 5 AS bigint), CAST(a ->> 6 AS bigint),
      CAST(a ->> 6 AS bigint), a ->> 7, 'training', 1, 0, 0 FROM json_array_elements(CAST($1 AS json)) AS a
    WHERE EXISTS (SELECT 1 FROM "Student" s WHERE s."classId" = a ->> 1 AND s."id" = a ->> 2)
    ${RAISE_EPOCH}`,
  lockHeads: `SELECT ${HEAD} FROM "Run" WHERE "id" IN (SELECT json_array_elements_text(CAST($1 AS json)))
    ORDER BY "id" FOR UPDATE`,
  insertBatches: `INSERT INTO "RunBatch" (${BATCH})
    SELECT b ->> 0, CAST(b ->> 1 AS int), b ->> 2, CAST(b ->> 3 AS int), b ->> 4, CAST(b ->> 5 AS bigint)
    FROM json_array_elements(CAST($1 AS json)) AS b`,
  updateRuns: `UPDATE "Run" SET
      "highWater" = CAST(c ->> 1 AS int), "state" = c ->> 2, "pointCount" = CAST(c ->> 3 AS int),
      "lastPoint" = COALESCE(c ->> 4, "lastPoint"), "report" = COALESCE(c ->> 5, "report"),
      "updatedAt" = CAST(c ->> 6 AS bigint)
    FROM json_array_elements(CAST($1 AS json)) AS c WHERE "Run"."id" = c ->> 0`,
};

export const RUN_SQL: Record<Provider, RunSql> = { sqlite, postgresql };
