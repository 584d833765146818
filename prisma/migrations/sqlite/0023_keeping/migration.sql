-- AlterTable
ALTER TABLE "Class" ADD COLUMN "announcedAt" BIGINT;
ALTER TABLE "Class" ADD COLUMN "keepDays" INTEGER;

-- AlterTable
ALTER TABLE "Group" ADD COLUMN "announcedAt" BIGINT;
ALTER TABLE "Group" ADD COLUMN "keepDays" INTEGER;

-- CreateTable
CREATE TABLE "Upkeep" (
    "task" TEXT NOT NULL PRIMARY KEY,
    "doneAt" BIGINT NOT NULL
);
