-- AlterTable
ALTER TABLE "SetUp" ADD COLUMN "weights" TEXT;

-- CreateTable
CREATE TABLE "SetUpWeights" (
    "classId" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "savedAt" BIGINT NOT NULL,
    "weights" BLOB NOT NULL,

    PRIMARY KEY ("classId", "digest"),
    CONSTRAINT "SetUpWeights_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
