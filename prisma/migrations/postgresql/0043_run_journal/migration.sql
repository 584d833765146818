-- CreateTable
CREATE TABLE "RunJournal" (
    "id" SERIAL NOT NULL,
    "batches" TEXT NOT NULL,

    CONSTRAINT "RunJournal_pkey" PRIMARY KEY ("id")
);
