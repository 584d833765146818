-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "announcedAt" BIGINT,
ADD COLUMN     "keepDays" INTEGER;

-- AlterTable
ALTER TABLE "Group" ADD COLUMN     "announcedAt" BIGINT,
ADD COLUMN     "keepDays" INTEGER;

-- CreateTable
CREATE TABLE "Upkeep" (
    "task" TEXT NOT NULL,
    "doneAt" BIGINT NOT NULL,

    CONSTRAINT "Upkeep_pkey" PRIMARY KEY ("task")
);
