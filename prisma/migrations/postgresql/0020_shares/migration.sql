-- CreateTable
CREATE TABLE "ClassShare" (
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "named" BOOLEAN NOT NULL,
    "madeAt" BIGINT NOT NULL,
    "lastSeenAt" BIGINT,

    CONSTRAINT "ClassShare_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ClassShare_tokenHash_key" ON "ClassShare"("tokenHash");

-- CreateIndex
CREATE INDEX "ClassShare_classId_madeAt_idx" ON "ClassShare"("classId", "madeAt");

-- AddForeignKey
ALTER TABLE "ClassShare" ADD CONSTRAINT "ClassShare_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
