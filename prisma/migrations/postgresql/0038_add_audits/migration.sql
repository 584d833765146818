-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "audits" TEXT NOT NULL DEFAULT '[]';
