-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "coolDownSeconds" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "handInsAllowed" INTEGER NOT NULL DEFAULT 50,
ADD COLUMN     "rerun" TEXT,
ADD COLUMN     "rerunShownAt" BIGINT;
