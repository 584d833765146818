-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "relays" TEXT NOT NULL DEFAULT '[]';
