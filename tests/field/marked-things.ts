import { randomBytes } from 'node:crypto';
import { CHECKPOINT_QUOTA } from '@/classroom/checkpoints';
import { judgeQuestion } from '@/classroom/fools';
import { createGroup } from '@/classroom/groups';
import { byKey } from '@/classroom/kept';
import { type ClassState, createClass, type Student } from '@/classroom/state';
import { newStepRecord } from '@/classroom/step-records';
import { bytesToText } from '@/protocol/bytes-text';
import { drawRoomCode } from '@/protocol/room-code';
import type { Store } from '@/server/store/store';
import { aFool, aFooled } from '@/tests/classroom/a-fool';
import { aLeak } from '@/tests/classroom/a-leak';
import { aPoint, aRun, aScore, aStudent, newId } from '@/tests/store/made-things';

const AT = 1_700_000_000_000;
/** Runs of a student, and batches of each: enough for its rows to lie on pages of their own and between others'. */
const [RUNS, BATCHES] = [3, 8] as const;

/** A text that is nowhere else in the world. */
export const aMark = (of: string) => `${of}-${randomBytes(8).toString('hex')}`;
const aCode = () => drawRoomCode((bound) => randomBytes(4).readUInt32LE() % bound);

/** Somebody of whom something stands in every table that can hold something of a student. */
export interface MarkedStudent {
  student: Student;
  /** What tells that something is left: words, ids, bytes. */
  marks: string[];
  text(): string;
}

function markedStudent(index: number): MarkedStudent {
  const secretHash = randomBytes(32).toString('hex');
  const student = aStudent(aMark('nickname'), { secretHash, joinedAt: AT + index });
  const marks = [student.id, student.nickname, secretHash];
  return {
    student,
    marks,
    text: () => {
      marks.push(aMark('text'));
      return marks.at(-1)!;
    },
  };
}

/** All that a class keeps of its students in its own state. */
function stateOf(made: ClassState, all: readonly MarkedStudent[], classText: () => string): ClassState {
  const standing = { activity: 'stuck', finding: null, result: null } as const;
  const gameId = newId();
  /** A drawing of each, which the next one has judged. */
  const drawings = all.map(({ student, marks }) => {
    const drawing = aFooled(newId(), gameId, student.id, { pixels: bytesToText(randomBytes(784)) });
    marks.push(drawing.id, drawing.pixels.slice(300, 340));
    return drawing;
  });
  const each = <Thing>(thing: (one: MarkedStudent, index: number) => Thing) => all.map(thing);
  return {
    ...made,
    phase: 'ended',
    startedAt: AT + 1,
    endedAt: AT + 2,
    screenView: 'spotlight',
    screenArgument: JSON.stringify({ studentId: all[0]!.student.id, named: true }),
    students: Object.fromEntries(each(({ student }) => [student.id, student])),
    assistants: [
      {
        id: newId(),
        name: classText(),
        role: 'help',
        tokenHash: classText(),
        madeAt: AT,
        lastSeenAt: null,
        endsAt: null,
        endsWithClass: false,
      },
    ],
    bookmarks: [{ id: newId(), at: AT, stepId: null, note: classText() }],
    messages: [
      {
        id: newId(),
        text: classText(),
        sentAt: AT,
        to: Object.fromEntries(each(({ student }) => [student.id, null])),
      },
      ...each((one) => ({ id: newId(), text: one.text(), sentAt: AT, to: { [one.student.id]: AT } })),
    ],
    setUps: [
      {
        id: newId(),
        stepId: 'train',
        handedAt: AT,
        to: each(({ student }) => student.id),
        works: [{ name: 'a', text: classText() }],
      },
      ...each((one) => ({
        id: newId(),
        stepId: 'train',
        handedAt: AT,
        to: [one.student.id],
        works: [{ name: 'a', text: one.text() }],
      })),
    ],
    snapshots: each((one) => ({
      ...{
        id: newId(),
        studentId: one.student.id,
        stepId: 'train',
        takenAt: AT,
        caption: one.text(),
        named: true,
      },
      works: [{ name: 'a', text: one.text() }],
    })),
    results: byKey(
      'results',
      each(({ student, text }) => ({
        ...{ studentId: student.id, part: text(), parts: 2, value: 0.5, reached: false, at: AT, tries: 1 },
        shown: { kind: 'share', amount: 0.5, of: null },
      })),
    ),
    predictions: byKey(
      'predictions',
      each(({ student, text }) => ({
        ...{
          studentId: student.id,
          stepId: text(),
          choice: 1,
          committedAt: AT,
          outcome: null,
          cameTrueAt: null,
        },
      })),
    ),
    answers: byKey('answers', [
      ...each(({ student, text }) => ({
        ...{ studentId: student.id, question: text(), choice: 1, answeredAt: AT },
      })),
      ...each(({ student }, index) => ({
        ...{ studentId: student.id, choice: 4, answeredAt: AT },
        question: judgeQuestion(drawings[(index + 1) % all.length]!.id),
      })),
    ]),
    fools: [
      {
        ...aFool(gameId, all[0]!.student.id, newId(), AT),
        others: each(({ student }) => ({ studentId: student.id, runId: newId() })),
      },
    ],
    fooled: byKey('fooled', drawings),
    leaks: [
      {
        ...aLeak(newId(), all[0]!.student.id, AT),
        sent: Object.fromEntries(each(({ student }) => [student.id, 1])),
      },
    ],
    measurements: byKey(
      'measurements',
      each(({ student }) => ({
        ...{ studentId: student.id, software: false, measuredAt: AT },
        figures: [{ task: 'matrix-product', backend: 'javascript', size: 512, ms: 123.4 }],
      })),
    ),
    // Everybody is helped by the next one: the other's row says by whom.
    helps: byKey(
      'helps',
      each(({ student }, index) => ({
        ...{ studentId: student.id, number: 1, kind: 'need', askedAt: AT, pairedAt: AT, endedAt: null },
        ...{ partnerId: all[(index + 1) % all.length]!.student.id, before: standing, after: null },
      })),
    ),
  };
}

/** What a student's device has sent: runs with their points, weights, a score, a drawing. */
async function fillRuns(
  store: Store,
  classId: string,
  one: MarkedStudent,
): Promise<ReturnType<typeof aScore>> {
  const { id: studentId } = one.student;
  let score = null;
  for (let index = 0; index < RUNS; index += 1) {
    const run = aRun(classId, studentId);
    const attached = await store.attachRun(run, AT);
    const loss = Number(`0.${randomBytes(6).readUIntBE(0, 6)}1`);
    one.marks.push(run.id, String(loss));
    for (let sequence = 1; sequence <= BATCHES; sequence += 1) {
      const points = Array.from({ length: 40 }, (_, step) => ({ ...aPoint(sequence * 40 + step), loss }));
      await store.appendBatch(
        run.id,
        attached!.epoch,
        { sequence, points, state: 'training', report: null },
        AT,
      );
      // All but the last stand in their table, the last in the journal.
      if (sequence === BATCHES - 1) await store.readRun(run.id);
    }
    const weights = randomBytes(9_000);
    one.marks.push(weights.subarray(4_000, 4_024).toString('latin1'));
    await store.saveWeights(run.id, weights, AT);
    const kept = randomBytes(9_000);
    const remark = aMark('remark');
    one.marks.push(kept.subarray(4_000, 4_024).toString('latin1'), remark);
    await store.keepCheckpoint(
      { runId: run.id, step: 1, validationLoss: loss, validationAccuracy: null, findings: [], weights: kept },
      CHECKPOINT_QUOTA,
      AT,
    );
    await store.saveRemark({ runId: run.id, kind: 'feedback', text: remark, writtenAt: AT });
    score ??= aScore(studentId, run.id);
  }
  const pixels = randomBytes(784);
  one.marks.push(pixels.subarray(300, 324).toString('latin1'), score!.id);
  await store.addDrawings(classId, [
    { id: newId(), studentId, label: 0, ordinal: 0, heldBack: false, pixels, filedAt: AT },
  ]);
  return score!;
}

/** A class that has ended with three students in it, marked in every table. */
export async function fillClass(
  store: Store,
  whose: { teacherId: string; coOwners: readonly string[]; group?: { id: string; code: string } },
): Promise<{ id: string; marks: string[]; students: MarkedStudent[] }> {
  const { group, ...owners } = whose;
  const id = newId();
  const marks = [id];
  const text = () => {
    marks.push(aMark('class'));
    return marks.at(-1)!;
  };
  const students = [0, 1, 2].map(markedStudent);
  const of = { id, code: group?.code ?? aCode(), groupId: group?.id ?? null, lessonId: 'handwritten-digits' };
  const state = stateOf(createClass({ ...of, ...owners, maxStudents: 40 }, AT), students, text);
  await store.createClass(state);
  // At once: their rows lie between one another's, as in a class.
  const scores = await Promise.all(students.map((one) => fillRuns(store, id, one)));
  await store.saveClass(state, { ...state, scores, version: state.version + 1 });
  const handed = randomBytes(9_000);
  marks.push(handed.subarray(4_000, 4_024).toString('latin1'));
  await store.keepHandedWeights({ classId: id, digest: text(), weights: handed }, [], AT);
  await store.savePoolLabels(id, [text(), text()]);
  await store.saveStepRecords(
    id,
    students.map((one) => newStepRecord(one.student.id, one.text(), AT)),
  );
  await store.addEvents(
    id,
    students.map(({ student }) => ({
      ...{ at: AT, version: state.version, studentId: student.id },
      ...{ kind: 'membership', membership: 'in' },
    })),
  );
  await store.addShare(
    { id: newId(), classId: id, tokenHash: text(), named: true, madeAt: AT, lastSeenAt: null },
    10,
  );
  return { id, marks, students };
}

/** A group, with what tells that something of it is left. */
export async function fillGroup(store: Store, whose: { teacherId: string; coOwners: readonly string[] }) {
  const group = {
    ...createGroup({ id: newId(), code: aCode(), name: aMark('group'), teacherId: whose.teacherId }, AT),
    coOwners: whose.coOwners,
  };
  await store.createGroup(group);
  return { ...group, marks: [group.id, group.name] };
}
