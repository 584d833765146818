-- AlterTable
ALTER TABLE "Student" ADD COLUMN "sentOutFrom" TEXT;

-- CreateTable
CREATE TABLE "Bookmark" (
    "classId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "stepId" TEXT,
    "note" TEXT NOT NULL,

    PRIMARY KEY ("classId", "id"),
    CONSTRAINT "Bookmark_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
