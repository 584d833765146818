-- AlterTable
ALTER TABLE "Student" ADD COLUMN "device" TEXT;
