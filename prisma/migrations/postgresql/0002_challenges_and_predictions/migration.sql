-- CreateTable
CREATE TABLE "ChallengeResult" (
    "classId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "parts" INTEGER NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "reached" BOOLEAN NOT NULL,
    "shownKind" TEXT NOT NULL,
    "shownAmount" DOUBLE PRECISION NOT NULL,
    "shownOf" INTEGER,
    "at" BIGINT NOT NULL,
    "tries" INTEGER NOT NULL,

    CONSTRAINT "ChallengeResult_pkey" PRIMARY KEY ("classId","studentId","part")
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

    CONSTRAINT "Prediction_pkey" PRIMARY KEY ("classId","studentId","stepId")
);

-- AddForeignKey
ALTER TABLE "ChallengeResult" ADD CONSTRAINT "ChallengeResult_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeResult" ADD CONSTRAINT "ChallengeResult_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student"("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prediction" ADD CONSTRAINT "Prediction_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prediction" ADD CONSTRAINT "Prediction_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student"("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
