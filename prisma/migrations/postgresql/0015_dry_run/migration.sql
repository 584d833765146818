-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "dryRun" BOOLEAN NOT NULL DEFAULT false;
