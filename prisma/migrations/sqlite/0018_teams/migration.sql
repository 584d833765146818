-- AlterTable
ALTER TABLE "Student" ADD COLUMN "team" TEXT;
