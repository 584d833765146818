-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Class" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "openCode" TEXT,
    "teacherId" TEXT NOT NULL,
    "groupId" TEXT,
    "lessonId" TEXT NOT NULL,
    "dataset" TEXT,
    "steps" TEXT,
    "dryRun" BOOLEAN NOT NULL DEFAULT false,
    "phase" TEXT NOT NULL,
    "stepIndex" INTEGER NOT NULL,
    "pacing" TEXT NOT NULL DEFAULT 'teacher',
    "openFirst" INTEGER,
    "openLast" INTEGER,
    "countdownEndsAt" BIGINT,
    "countdownLeft" INTEGER,
    "paused" BOOLEAN NOT NULL,
    "locked" BOOLEAN NOT NULL,
    "approvalRequired" BOOLEAN NOT NULL,
    "anonymised" BOOLEAN NOT NULL,
    "namesOnScreen" BOOLEAN NOT NULL,
    "ranking" TEXT NOT NULL,
    "screenView" TEXT NOT NULL DEFAULT 'auto',
    "screenArgument" TEXT,
    "screenPinned" BOOLEAN NOT NULL DEFAULT false,
    "votes" TEXT NOT NULL DEFAULT '[]',
    "ensembles" TEXT NOT NULL DEFAULT '[]',
    "knobs" TEXT NOT NULL DEFAULT '[]',
    "merges" TEXT NOT NULL DEFAULT '[]',
    "fools" TEXT NOT NULL DEFAULT '[]',
    "audits" TEXT NOT NULL DEFAULT '[]',
    "leaks" TEXT NOT NULL DEFAULT '[]',
    "rounds" TEXT NOT NULL DEFAULT '[]',
    "relays" TEXT NOT NULL DEFAULT '[]',
    "quiz" BOOLEAN NOT NULL DEFAULT false,
    "reproduce" BOOLEAN NOT NULL DEFAULT false,
    "handInsAllowed" INTEGER NOT NULL DEFAULT 50,
    "coolDownSeconds" INTEGER NOT NULL DEFAULT 3,
    "race" TEXT,
    "lastBest" TEXT,
    "rerun" TEXT,
    "rerunShownAt" BIGINT,
    "reveal" TEXT,
    "maxStudents" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "startedAt" BIGINT,
    "endedAt" BIGINT,
    "keepDays" INTEGER,
    "announcedAt" BIGINT,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Class_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Class_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Class" ("announcedAt", "anonymised", "approvalRequired", "audits", "code", "coolDownSeconds", "countdownEndsAt", "countdownLeft", "createdAt", "dataset", "dryRun", "endedAt", "ensembles", "fools", "groupId", "handInsAllowed", "id", "keepDays", "knobs", "lastBest", "leaks", "lessonId", "locked", "maxStudents", "merges", "namesOnScreen", "openCode", "openFirst", "openLast", "pacing", "paused", "phase", "quiz", "race", "ranking", "reproduce", "rerun", "rerunShownAt", "reveal", "rounds", "screenArgument", "screenPinned", "screenView", "startedAt", "stepIndex", "steps", "teacherId", "version", "votes") SELECT "announcedAt", "anonymised", "approvalRequired", "audits", "code", "coolDownSeconds", "countdownEndsAt", "countdownLeft", "createdAt", "dataset", "dryRun", "endedAt", "ensembles", "fools", "groupId", "handInsAllowed", "id", "keepDays", "knobs", "lastBest", "leaks", "lessonId", "locked", "maxStudents", "merges", "namesOnScreen", "openCode", "openFirst", "openLast", "pacing", "paused", "phase", "quiz", "race", "ranking", "reproduce", "rerun", "rerunShownAt", "reveal", "rounds", "screenArgument", "screenPinned", "screenView", "startedAt", "stepIndex", "steps", "teacherId", "version", "votes" FROM "Class";
DROP TABLE "Class";
ALTER TABLE "new_Class" RENAME TO "Class";
CREATE UNIQUE INDEX "Class_openCode_key" ON "Class"("openCode");
CREATE INDEX "Class_code_idx" ON "Class"("code");
CREATE INDEX "Class_teacherId_createdAt_idx" ON "Class"("teacherId", "createdAt");
CREATE INDEX "Class_groupId_createdAt_idx" ON "Class"("groupId", "createdAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
