-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "fools" TEXT NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "FooledDrawing" (
    "classId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "foolId" TEXT NOT NULL,
    "label" INTEGER NOT NULL,
    "pixels" TEXT NOT NULL,
    "answer" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL,
    "said" TEXT NOT NULL,
    "triedAt" BIGINT NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "FooledDrawing_pkey" PRIMARY KEY ("classId","studentId","id")
);

-- AddForeignKey
ALTER TABLE "FooledDrawing" ADD CONSTRAINT "FooledDrawing_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FooledDrawing" ADD CONSTRAINT "FooledDrawing_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student"("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
