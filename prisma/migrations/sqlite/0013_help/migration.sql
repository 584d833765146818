-- CreateTable
CREATE TABLE "HelpCall" (
    "classId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "askedAt" BIGINT NOT NULL,
    "partnerId" TEXT,
    "pairedAt" BIGINT,
    "endedAt" BIGINT,
    "before" TEXT NOT NULL,
    "after" TEXT,

    PRIMARY KEY ("classId", "studentId", "number"),
    CONSTRAINT "HelpCall_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "HelpCall_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student" ("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
