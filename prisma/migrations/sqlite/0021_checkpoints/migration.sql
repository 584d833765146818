-- AlterTable
ALTER TABLE "Run" ADD COLUMN "continues" TEXT;

-- CreateTable
CREATE TABLE "Checkpoint" (
    "runId" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "savedAt" BIGINT NOT NULL,
    "validationLoss" REAL,
    "validationAccuracy" REAL,
    "findings" TEXT NOT NULL,
    "weights" BLOB NOT NULL,

    PRIMARY KEY ("runId", "step"),
    CONSTRAINT "Checkpoint_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
