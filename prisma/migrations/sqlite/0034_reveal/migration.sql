-- AlterTable
ALTER TABLE "Class" ADD COLUMN "reveal" TEXT;
