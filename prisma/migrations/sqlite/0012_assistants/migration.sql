-- CreateTable
CREATE TABLE "Assistant" (
    "classId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "madeAt" BIGINT NOT NULL,
    "lastSeenAt" BIGINT,

    PRIMARY KEY ("classId", "id"),
    CONSTRAINT "Assistant_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
