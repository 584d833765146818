-- AlterTable
ALTER TABLE "StepRecord" ADD COLUMN     "hints" INTEGER NOT NULL DEFAULT 0;
