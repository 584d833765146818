import type { StudentSession } from '@/client/live/class-session';
import type { KnownStudent } from '@/client/live/credentials';
import { sittingOf } from '@/client/live/kept-under';
import { Outbox, type OutboxMeans } from '@/client/live/outbox';
import { RunSender } from '@/client/live/run-sender';

/** A student's place in a class, as a training needs it. */
export interface ClassPlace {
  session: StudentSession;
  student: KnownStudent;
}

/** The way of a training's points into the class: an outbox and its sender. */
export interface ClassLink {
  outbox: Outbox;
  sender: RunSender;
  close(): void;
}

/** Opens the student's outbox, takes over what earlier pages have left in it, and begins to send. */
export async function openClassLink(
  { session, student }: ClassPlace,
  means?: OutboxMeans,
): Promise<ClassLink> {
  const outbox = await Outbox.open(student.credentials.studentId, { ...means, sitting: sittingOf(session) });
  const sender = new RunSender(outbox, session);
  return {
    outbox,
    sender,
    close() {
      sender.close();
      outbox.close();
    },
  };
}
