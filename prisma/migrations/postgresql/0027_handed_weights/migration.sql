-- AlterTable
ALTER TABLE "SetUp" ADD COLUMN     "weights" TEXT;

-- CreateTable
CREATE TABLE "SetUpWeights" (
    "classId" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "savedAt" BIGINT NOT NULL,
    "weights" BYTEA NOT NULL,

    CONSTRAINT "SetUpWeights_pkey" PRIMARY KEY ("classId","digest")
);

-- AddForeignKey
ALTER TABLE "SetUpWeights" ADD CONSTRAINT "SetUpWeights_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
