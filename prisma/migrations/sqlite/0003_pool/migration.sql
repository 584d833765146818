-- CreateTable
CREATE TABLE "PoolLabels" (
    "classId" TEXT NOT NULL PRIMARY KEY,
    "labels" TEXT NOT NULL,
    CONSTRAINT "PoolLabels_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PoolDrawing" (
    "classId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "studentId" TEXT,
    "label" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "heldBack" BOOLEAN NOT NULL,
    "pixels" BLOB NOT NULL,
    "filedAt" BIGINT NOT NULL,

    PRIMARY KEY ("classId", "id"),
    CONSTRAINT "PoolDrawing_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PoolDrawing_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student" ("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PoolDrawing_classId_position_idx" ON "PoolDrawing"("classId", "position");

-- CreateIndex
CREATE INDEX "PoolDrawing_classId_studentId_idx" ON "PoolDrawing"("classId", "studentId");
