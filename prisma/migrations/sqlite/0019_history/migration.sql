-- CreateTable
CREATE TABLE "ClassEvent" (
    "classId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "studentId" TEXT,
    "told" TEXT NOT NULL,

    PRIMARY KEY ("classId", "position"),
    CONSTRAINT "ClassEvent_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ClassEvent_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student" ("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ClassEvent_classId_studentId_idx" ON "ClassEvent"("classId", "studentId");
