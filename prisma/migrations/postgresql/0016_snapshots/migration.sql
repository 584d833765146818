-- CreateTable
CREATE TABLE "Snapshot" (
    "classId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "stepId" TEXT NOT NULL,
    "takenAt" BIGINT NOT NULL,
    "caption" TEXT NOT NULL,
    "named" BOOLEAN NOT NULL,
    "works" TEXT NOT NULL,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("classId","id")
);

-- CreateIndex
CREATE INDEX "Snapshot_classId_studentId_idx" ON "Snapshot"("classId", "studentId");

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student"("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
