-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "merges" TEXT NOT NULL DEFAULT '[]';
