-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "ensembles" TEXT NOT NULL DEFAULT '[]';
