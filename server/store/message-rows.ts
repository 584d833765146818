import type { ClassMessage, ClassState } from '@/classroom/state';
import type { Prisma } from '@/generated/sqlite/client';

type Transaction = Prisma.TransactionClient;

/** What has changed of what was said in a class. */
export interface MessageChange {
  added: readonly ClassMessage[];
  dismissed: readonly { messageId: string; studentId: string; at: number }[];
}

/** By identity, as all changes of a class are told. Whoever has been forgotten meanwhile is no receiver any more. */
export function messagesChanged(
  before: Pick<ClassState, 'messages'>,
  { messages, students }: Pick<ClassState, 'messages' | 'students'>,
): MessageChange {
  if (before.messages === messages) return { added: [], dismissed: [] };
  const known = new Map(before.messages.map((message) => [message.id, message]));
  return {
    added: messages.filter(({ id }) => !known.has(id)).map((message) => receivedBy(message, students)),
    dismissed: messages.flatMap((message) => {
      const was = known.get(message.id);
      if (was === undefined || was === message) return [];
      return Object.entries(message.to).flatMap(([studentId, at]) =>
        at !== null && was.to[studentId] === null ? [{ messageId: message.id, studentId, at }] : [],
      );
    }),
  };
}

function receivedBy(message: ClassMessage, students: ClassState['students']): ClassMessage {
  const to = Object.entries(message.to).filter(([id]) => students[id] !== undefined);
  return { ...message, to: Object.fromEntries(to) };
}

/** Writes what has changed; the students stand there by now. */
export async function putMessages(
  transaction: Transaction,
  classId: string,
  { added, dismissed }: MessageChange,
): Promise<void> {
  for (const { id, text, sentAt, to } of added) {
    await transaction.message.create({ data: { classId, id, text, sentAt: BigInt(sentAt) } });
    await transaction.messageReceipt.createMany({
      data: Object.entries(to).map(([studentId, at]) => ({
        classId,
        messageId: id,
        studentId,
        dismissedAt: at === null ? null : BigInt(at),
      })),
    });
  }
  for (const { messageId, studentId, at } of dismissed) {
    await transaction.messageReceipt.updateMany({
      where: { classId, messageId, studentId },
      data: { dismissedAt: BigInt(at) },
    });
  }
}

/** All that was said in a class, in order. */
export async function readMessages(transaction: Transaction, classId: string): Promise<ClassMessage[]> {
  const rows = await transaction.message.findMany({
    where: { classId },
    orderBy: { sentAt: 'asc' },
    include: { receipts: true },
  });
  return rows.map(({ id, text, sentAt, receipts }) => ({
    id,
    text,
    sentAt: Number(sentAt),
    to: Object.fromEntries(
      receipts.map(({ studentId, dismissedAt }) => [
        studentId,
        dismissedAt === null ? null : Number(dismissedAt),
      ]),
    ),
  }));
}

/** Takes away what was said to nobody who is still kept: it may name one who is not. */
export async function forgetUnreceived(transaction: Transaction, classId: string): Promise<void> {
  await transaction.message.deleteMany({ where: { classId, receipts: { none: {} } } });
}
