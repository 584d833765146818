-- AlterTable
ALTER TABLE "Student" ADD COLUMN     "sweptSince" BIGINT;

-- AlterTable
ALTER TABLE "Assistant" ADD COLUMN     "endsAt" BIGINT,
ADD COLUMN     "endsWithClass" BOOLEAN NOT NULL DEFAULT false;
