-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_StepRecord" (
    "classId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "stepId" TEXT NOT NULL,
    "firstAt" BIGINT NOT NULL,
    "lastAt" BIGINT NOT NULL,
    "time" INTEGER NOT NULL,
    "items" TEXT NOT NULL,
    "doneAt" BIGINT,
    "hints" INTEGER NOT NULL DEFAULT 0,
    "firstAnswer" INTEGER,
    "lastAnswer" INTEGER,
    "findings" TEXT NOT NULL,

    PRIMARY KEY ("classId", "studentId", "stepId"),
    CONSTRAINT "StepRecord_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student" ("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_StepRecord" ("classId", "doneAt", "findings", "firstAnswer", "firstAt", "items", "lastAnswer", "lastAt", "stepId", "studentId", "time") SELECT "classId", "doneAt", "findings", "firstAnswer", "firstAt", "items", "lastAnswer", "lastAt", "stepId", "studentId", "time" FROM "StepRecord";
DROP TABLE "StepRecord";
ALTER TABLE "new_StepRecord" RENAME TO "StepRecord";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
