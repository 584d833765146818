-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "countdownEndsAt" BIGINT,
ADD COLUMN     "countdownLeft" INTEGER,
ADD COLUMN     "openFirst" INTEGER,
ADD COLUMN     "openLast" INTEGER,
ADD COLUMN     "pacing" TEXT NOT NULL DEFAULT 'teacher',
ADD COLUMN     "steps" TEXT;

-- CreateTable
CREATE TABLE "Message" (
    "classId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sentAt" BIGINT NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("classId","id")
);

-- CreateTable
CREATE TABLE "MessageReceipt" (
    "classId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "dismissedAt" BIGINT,

    CONSTRAINT "MessageReceipt_pkey" PRIMARY KEY ("classId","messageId","studentId")
);

-- CreateIndex
CREATE INDEX "MessageReceipt_classId_studentId_idx" ON "MessageReceipt"("classId", "studentId");

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageReceipt" ADD CONSTRAINT "MessageReceipt_classId_messageId_fkey" FOREIGN KEY ("classId", "messageId") REFERENCES "Message"("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageReceipt" ADD CONSTRAINT "MessageReceipt_classId_studentId_fkey" FOREIGN KEY ("classId", "studentId") REFERENCES "Student"("classId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
