-- AlterTable: a column with a constant default needs no table made anew.
ALTER TABLE "Class" ADD COLUMN "dryRun" BOOLEAN NOT NULL DEFAULT false;
