import { GroupCommit } from '@/base/group-commit';
import { openFool, refuseTry } from '@/classroom/fools';
import { textToBytes } from '@/protocol/bytes-text';
import { type FoolTry, foolTrySchema } from '@/protocol/fool';
import { type Answer, refuse } from '@/protocol/refusals';
import { attachedEvent, type EventParts } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';
import { readDrawings } from '@/server/verify/class-fool';

interface Tried {
  studentId: string;
  tried: FoolTry;
}

/** Drawings that are read at once: what arrives while a class's networks read shares the next reading, which costs hardly more than one drawing's. */
const MOST_AT_ONCE = 64;
const readings = new WeakMap<LiveClass, GroupCommit<Tried, Answer>>();
/** Students of whom a drawing is on its way. */
const reading = new WeakMap<LiveClass, Map<string, { drawingId: string; outcome: Promise<Answer> }>>();

/** Has the class's networks read a student's drawing, and records what they said; answered after the commit. One at a time a student. */
export const foolTry = attachedEvent({
  schema: foolTrySchema,
  roles: ['student'],
  limit: 'drawings',
  handle: async ({ parts, live, role: { studentId } }, tried): Promise<Answer> => {
    const asked = refuseTry(live.state(), studentId, tried);
    if (!asked.ok) return asked;
    if (asked.known) return { ok: true };
    const underWay = reading.get(live) ?? new Map();
    reading.set(live, underWay);
    const before = underWay.get(studentId);
    if (before) return before.drawingId === tried.drawingId ? before.outcome : refuse('rate-limited');
    const outcome = readingsOf(parts, live)
      .add({ studentId, tried })
      .finally(() => underWay.delete(studentId));
    underWay.set(studentId, { drawingId: tried.drawingId, outcome });
    return outcome;
  },
});

function readingsOf(parts: EventParts, live: LiveClass): GroupCommit<Tried, Answer> {
  const known = readings.get(live);
  if (known) return known;
  const made = new GroupCommit((group: Tried[]) => read(parts, live, group), { largest: MOST_AT_ONCE });
  readings.set(live, made);
  return made;
}

async function read({ ensembles, store }: EventParts, live: LiveClass, group: Tried[]): Promise<Answer[]> {
  const state = live.state();
  const fool = openFool(state);
  if (fool === null) return group.map(() => refuse('no-fool'));
  const drawn = group.map(({ tried: { label, pixels } }) => ({ label, pixels: textToBytes(pixels)! }));
  const found = await readDrawings(state, fool, drawn, { counter: ensembles, store });
  if ('ok' in found) return group.map(() => found);
  return Promise.all(
    group.map((one, at) => live.ask({ type: 'fool:record', ...one, read: found[at]! }, { kind: 'server' })),
  );
}
