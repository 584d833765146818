-- CreateTable
CREATE TABLE "Group" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "teacherId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "archivedAt" BIGINT,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Group_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GroupOwner" (
    "groupId" TEXT NOT NULL,
    "teacherId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("groupId", "teacherId"),
    CONSTRAINT "GroupOwner_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "GroupOwner_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

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
    "phase" TEXT NOT NULL,
    "stepIndex" INTEGER NOT NULL,
    "paused" BOOLEAN NOT NULL,
    "locked" BOOLEAN NOT NULL,
    "approvalRequired" BOOLEAN NOT NULL,
    "anonymised" BOOLEAN NOT NULL,
    "namesOnScreen" BOOLEAN NOT NULL,
    "ranking" TEXT NOT NULL,
    "maxStudents" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "startedAt" BIGINT,
    "endedAt" BIGINT,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Class_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Class_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Class" ("anonymised", "approvalRequired", "code", "createdAt", "dataset", "endedAt", "id", "lessonId", "locked", "maxStudents", "namesOnScreen", "openCode", "paused", "phase", "ranking", "startedAt", "stepIndex", "teacherId", "version") SELECT "anonymised", "approvalRequired", "code", "createdAt", "dataset", "endedAt", "id", "lessonId", "locked", "maxStudents", "namesOnScreen", "openCode", "paused", "phase", "ranking", "startedAt", "stepIndex", "teacherId", "version" FROM "Class";
DROP TABLE "Class";
ALTER TABLE "new_Class" RENAME TO "Class";
CREATE UNIQUE INDEX "Class_openCode_key" ON "Class"("openCode");
CREATE INDEX "Class_code_idx" ON "Class"("code");
CREATE INDEX "Class_teacherId_createdAt_idx" ON "Class"("teacherId", "createdAt");
CREATE INDEX "Class_groupId_createdAt_idx" ON "Class"("groupId", "createdAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Group_code_key" ON "Group"("code");

-- CreateIndex
CREATE INDEX "Group_teacherId_idx" ON "Group"("teacherId");

-- CreateIndex
CREATE INDEX "GroupOwner_teacherId_idx" ON "GroupOwner"("teacherId");
