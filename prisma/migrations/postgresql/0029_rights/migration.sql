-- AlterTable
ALTER TABLE "Score" ADD COLUMN     "right" BYTEA;
