-- CreateTable
CREATE TABLE "PoolLabels" (
    "classId" TEXT NOT NULL,
    "labels" TEXT NOT NULL,

    CONSTRAINT "PoolLabels_pkey" PRIMARY KEY ("classId")
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
    "pixels" BYTEA NOT NULL,
    "filedAt" BIGINT NOT NULL,

    CONSTRAINT "PoolDrawing_pkey" PRIMARY KEY ("classId","id")
);

-- CreateIndex
CREATE INDEX "PoolDrawing_classId_position_idx" ON "PoolDrawing"("classId", "position");

-- CreateIndex
CREATE INDEX "PoolDrawing_classId_studentId_idx" ON "PoolDrawing"("classId", "studentId");

-- AddForeignKey
ALTER TABLE "PoolLabels" ADD CONSTRAINT "PoolLabels_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PoolDrawing" ADD CONSTRAINT "PoolDrawing_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PoolDrawing" ADD CONSTRAINT "PoolDrawing_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student"("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
