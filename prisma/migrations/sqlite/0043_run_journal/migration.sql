-- CreateTable
CREATE TABLE "RunJournal" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "batches" TEXT NOT NULL
);
