-- AlterTable: a column with a constant default needs no table made anew.
ALTER TABLE "Class" ADD COLUMN "screenView" TEXT NOT NULL DEFAULT 'auto';
ALTER TABLE "Class" ADD COLUMN "screenArgument" TEXT;
ALTER TABLE "Class" ADD COLUMN "screenPinned" BOOLEAN NOT NULL DEFAULT false;
