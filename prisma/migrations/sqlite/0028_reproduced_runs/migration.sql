-- AlterTable
ALTER TABLE "Class" ADD COLUMN "reproduce" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Score" ADD COLUMN "reproduced" BOOLEAN;
