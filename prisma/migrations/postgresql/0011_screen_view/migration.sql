-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "screenArgument" TEXT,
ADD COLUMN     "screenPinned" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "screenView" TEXT NOT NULL DEFAULT 'auto';
