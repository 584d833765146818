-- CreateTable
CREATE TABLE "Measurement" (
    "classId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "software" BOOLEAN NOT NULL,
    "figures" TEXT NOT NULL,
    "measuredAt" BIGINT NOT NULL,

    CONSTRAINT "Measurement_pkey" PRIMARY KEY ("classId","studentId")
);

-- AddForeignKey
ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student"("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
