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

    CONSTRAINT "Assistant_pkey" PRIMARY KEY ("classId","id")
);

-- AddForeignKey
ALTER TABLE "Assistant" ADD CONSTRAINT "Assistant_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
