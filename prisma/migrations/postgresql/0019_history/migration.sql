-- CreateTable
CREATE TABLE "ClassEvent" (
    "classId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "studentId" TEXT,
    "told" TEXT NOT NULL,

    CONSTRAINT "ClassEvent_pkey" PRIMARY KEY ("classId","position")
);

-- CreateIndex
CREATE INDEX "ClassEvent_classId_studentId_idx" ON "ClassEvent"("classId", "studentId");

-- AddForeignKey
ALTER TABLE "ClassEvent" ADD CONSTRAINT "ClassEvent_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassEvent" ADD CONSTRAINT "ClassEvent_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student"("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
