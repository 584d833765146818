-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "dataset" TEXT;
