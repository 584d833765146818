-- AlterTable
ALTER TABLE "Score" ADD COLUMN "shownAccuracy" REAL;
