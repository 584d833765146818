-- AlterTable
ALTER TABLE "Student" ADD COLUMN "sweptSince" BIGINT;

-- AlterTable: columns with a constant default, or none, need no table made anew.
ALTER TABLE "Assistant" ADD COLUMN "endsAt" BIGINT;
ALTER TABLE "Assistant" ADD COLUMN "endsWithClass" BOOLEAN NOT NULL DEFAULT false;
