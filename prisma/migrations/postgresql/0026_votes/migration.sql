-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "quiz" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "votes" TEXT NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "ClassAnswer" (
    "classId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "choice" INTEGER NOT NULL,
    "answeredAt" BIGINT NOT NULL,

    CONSTRAINT "ClassAnswer_pkey" PRIMARY KEY ("classId","studentId","question")
);

-- AddForeignKey
ALTER TABLE "ClassAnswer" ADD CONSTRAINT "ClassAnswer_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassAnswer" ADD CONSTRAINT "ClassAnswer_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student"("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
