-- CreateTable
CREATE TABLE "RunRemark" (
    "runId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" BIGINT NOT NULL,

    CONSTRAINT "RunRemark_pkey" PRIMARY KEY ("runId","kind")
);

-- AddForeignKey
ALTER TABLE "RunRemark" ADD CONSTRAINT "RunRemark_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
