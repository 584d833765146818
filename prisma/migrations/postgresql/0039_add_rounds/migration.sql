-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "rounds" TEXT NOT NULL DEFAULT '[]';
