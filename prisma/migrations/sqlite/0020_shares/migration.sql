-- CreateTable
CREATE TABLE "ClassShare" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "named" BOOLEAN NOT NULL,
    "madeAt" BIGINT NOT NULL,
    "lastSeenAt" BIGINT,
    CONSTRAINT "ClassShare_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ClassShare_tokenHash_key" ON "ClassShare"("tokenHash");

-- CreateIndex
CREATE INDEX "ClassShare_classId_madeAt_idx" ON "ClassShare"("classId", "madeAt");
