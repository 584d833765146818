-- CreateTable
CREATE TABLE "ClassOwner" (
    "classId" TEXT NOT NULL,
    "teacherId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("classId", "teacherId"),
    CONSTRAINT "ClassOwner_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ClassOwner_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ClassOwner_teacherId_idx" ON "ClassOwner"("teacherId");
