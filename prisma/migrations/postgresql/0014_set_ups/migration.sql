-- CreateTable
CREATE TABLE "SetUp" (
    "classId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "stepId" TEXT NOT NULL,
    "handedAt" BIGINT NOT NULL,
    "to" TEXT,
    "works" TEXT NOT NULL,

    CONSTRAINT "SetUp_pkey" PRIMARY KEY ("classId","id")
);

-- AddForeignKey
ALTER TABLE "SetUp" ADD CONSTRAINT "SetUp_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
