import type { PoolFrame } from '@/protocol/pool';
import type { RefusalCode } from '@/protocol/refusals';
import type { UnitAsked } from '@/protocol/relay-unit';
import type { SightFrame, Watched } from '@/protocol/sight';
import type { ScreenFrame, TeacherFrame } from '@/protocol/telemetry';
import type { View } from '@/protocol/views';

/** As whom a connection is attached to a class. An assistant has come by a link of an owner's. A screen belongs to the teacher who opened it. */
export type Role =
  | { kind: 'student'; studentId: string }
  | { kind: 'teacher'; teacherId: string }
  | { kind: 'assistant'; assistantId: string }
  | { kind: 'screen'; teacherId: string };

/** Whose limits these are: a student's, shared by all tabs, the teacher's, or a link's. */
export function personOf(role: Role): string {
  switch (role.kind) {
    case 'student':
      return role.studentId;
    case 'assistant':
      return `assistant ${role.assistantId}`;
    default:
      return `teacher ${role.teacherId}`;
  }
}

/** Stands at a console: sees every student. */
export function isAtConsole({ kind }: Role): boolean {
  return kind === 'teacher' || kind === 'assistant';
}

/** One attached connection, as a class sees it: what it is and how to tell it something. Knows nothing of sockets. */
export interface Viewer {
  readonly role: Role;
  sendView(view: View): void;
  /** Volatile: may be lost. */
  sendFrame(frame: TeacherFrame): void;
  sendScreenFrame(frame: ScreenFrame): void;
  /** Arrives: what is lost would be missing from the wall. */
  sendPool(frame: PoolFrame): void;
  /** Arrives; only to one that is writable, so that nothing piles up. */
  sendSight(frame: SightFrame): void;
  /** Who looks at this student's bench. */
  sendWatched(watched: Watched): void;
  /** What this student's unit is asked for. */
  sendUnit(asked: UnitAsked): void;
  /** Says why it is attached no longer, and lets go of it. */
  detach(code: RefusalCode): void;
  /** Ends its line: it comes back by itself, wherever the class is then. */
  hangUp(): void;
  /** Whether nothing waits to be sent to it: a frame sent now leaves now. */
  isWritable(): boolean;
}
