-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "lastBest" TEXT,
ADD COLUMN     "race" TEXT;

-- AlterTable
ALTER TABLE "Score" ADD COLUMN     "updates" INTEGER;
