-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "continues" TEXT;

-- CreateTable
CREATE TABLE "Checkpoint" (
    "runId" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "savedAt" BIGINT NOT NULL,
    "validationLoss" DOUBLE PRECISION,
    "validationAccuracy" DOUBLE PRECISION,
    "findings" TEXT NOT NULL,
    "weights" BYTEA NOT NULL,

    CONSTRAINT "Checkpoint_pkey" PRIMARY KEY ("runId","step")
);

-- AddForeignKey
ALTER TABLE "Checkpoint" ADD CONSTRAINT "Checkpoint_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
