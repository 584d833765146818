-- CreateTable
CREATE TABLE "RunRemark" (
    "runId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" BIGINT NOT NULL,

    PRIMARY KEY ("runId", "kind"),
    CONSTRAINT "RunRemark_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
