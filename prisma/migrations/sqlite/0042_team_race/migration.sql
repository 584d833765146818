-- AlterTable
ALTER TABLE "Class" ADD COLUMN "teamRace" TEXT;
