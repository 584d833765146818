-- CreateTable
CREATE TABLE "ChallengeResult" (
    "classId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "parts" INTEGER NOT NULL,
    "value" REAL NOT NULL,
    "reached" BOOLEAN NOT NULL,
    "shownKind" TEXT NOT NULL,
    "shownAmount" REAL NOT NULL,
    "shownOf" INTEGER,
    "at" BIGINT NOT NULL,
    "tries" INTEGER NOT NULL,

    PRIMARY KEY ("classId", "studentId", "part"),
    CONSTRAINT "ChallengeResult_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ChallengeResult_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student" ("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Prediction" (
    "classId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "stepId" TEXT NOT NULL,
    "choice" INTEGER NOT NULL,
    "committedAt" BIGINT NOT NULL,
    "outcome" INTEGER,
    "cameTrueAt" BIGINT,

    PRIMARY KEY ("classId", "studentId", "stepId"),
    CONSTRAINT "Prediction_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Prediction_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student" ("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
