-- CreateTable
CREATE TABLE "StepRecord" (
    "classId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "stepId" TEXT NOT NULL,
    "firstAt" BIGINT NOT NULL,
    "lastAt" BIGINT NOT NULL,
    "time" INTEGER NOT NULL,
    "items" TEXT NOT NULL,
    "doneAt" BIGINT,
    "firstAnswer" INTEGER,
    "lastAnswer" INTEGER,
    "findings" TEXT NOT NULL,

    PRIMARY KEY ("classId", "studentId", "stepId"),
    CONSTRAINT "StepRecord_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student" ("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
