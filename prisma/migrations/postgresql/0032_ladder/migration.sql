-- AlterTable
ALTER TABLE "Score" ADD COLUMN     "shownAccuracy" DOUBLE PRECISION;
