-- CreateTable
CREATE TABLE "ClassOwner" (
    "classId" TEXT NOT NULL,
    "teacherId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ClassOwner_pkey" PRIMARY KEY ("classId","teacherId")
);

-- CreateIndex
CREATE INDEX "ClassOwner_teacherId_idx" ON "ClassOwner"("teacherId");

-- AddForeignKey
ALTER TABLE "ClassOwner" ADD CONSTRAINT "ClassOwner_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassOwner" ADD CONSTRAINT "ClassOwner_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
