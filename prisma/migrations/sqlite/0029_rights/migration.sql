-- AlterTable
ALTER TABLE "Score" ADD COLUMN "right" BLOB;
