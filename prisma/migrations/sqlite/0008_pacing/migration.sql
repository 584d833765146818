-- CreateTable
CREATE TABLE "Message" (
    "classId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sentAt" BIGINT NOT NULL,

    PRIMARY KEY ("classId", "id"),
    CONSTRAINT "Message_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MessageReceipt" (
    "classId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "dismissedAt" BIGINT,

    PRIMARY KEY ("classId", "messageId", "studentId"),
    CONSTRAINT "MessageReceipt_classId_messageId_fkey" FOREIGN KEY ("classId", "messageId") REFERENCES "Message" ("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MessageReceipt_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student" ("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE
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
    "steps" TEXT,
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
    "maxStudents" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "startedAt" BIGINT,
    "endedAt" BIGINT,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Class_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Class_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Class" ("anonymised", "approvalRequired", "code", "createdAt", "dataset", "endedAt", "groupId", "id", "lessonId", "locked", "maxStudents", "namesOnScreen", "openCode", "paused", "phase", "ranking", "startedAt", "stepIndex", "teacherId", "version") SELECT "anonymised", "approvalRequired", "code", "createdAt", "dataset", "endedAt", "groupId", "id", "lessonId", "locked", "maxStudents", "namesOnScreen", "openCode", "paused", "phase", "ranking", "startedAt", "stepIndex", "teacherId", "version" FROM "Class";
DROP TABLE "Class";
ALTER TABLE "new_Class" RENAME TO "Class";
CREATE UNIQUE INDEX "Class_openCode_key" ON "Class"("openCode");
CREATE INDEX "Class_code_idx" ON "Class"("code");
CREATE INDEX "Class_teacherId_createdAt_idx" ON "Class"("teacherId", "createdAt");
CREATE INDEX "Class_groupId_createdAt_idx" ON "Class"("groupId", "createdAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "MessageReceipt_classId_studentId_idx" ON "MessageReceipt"("classId", "studentId");
