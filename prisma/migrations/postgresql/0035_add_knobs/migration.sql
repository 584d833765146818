-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "knobs" TEXT NOT NULL DEFAULT '[]';
