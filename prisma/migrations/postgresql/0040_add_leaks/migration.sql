-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "leaks" TEXT NOT NULL DEFAULT '[]';
