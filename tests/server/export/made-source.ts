import { byKey } from '@/classroom/kept';
import { type ClassState, createClass } from '@/classroom/state';
import { batch, EXPERIMENT, point } from '@/people/sample-run';
import type { PictureRun, Point } from '@/protocol/run';
import { countWeights } from '@/protocol/weight-shapes';
import type { ClassFileSource } from '@/server/export/class-file';
import type { ExportSource } from '@/server/export/export-source';
import { aFool, aFooled } from '@/tests/classroom/a-fool';
import { aKnob } from '@/tests/classroom/a-knob';
import { aLeak } from '@/tests/classroom/a-leak';
import { aMerge } from '@/tests/classroom/a-merge';
import { aRelay } from '@/tests/classroom/a-relay';
import { aReveal } from '@/tests/classroom/a-reveal';
import { aTeamRace } from '@/tests/classroom/a-team-race';
import { anAudit } from '@/tests/classroom/an-audit';
import { anEnsemble } from '@/tests/classroom/an-ensemble';
import { someRounds } from '@/tests/classroom/some-rounds';

const LAST_STOP = { phase: 'picture', shown: 0 } as const;
const NOW = Date.UTC(2026, 10, 28, 9);
export const idOf = (index: number) => index.toString(16).padStart(32, '0');

/** A class that has ended: students by these names, each with a run of four points, the first with a verified submission and a guess. */
export function madeSource(
  nicknames: readonly string[],
  named = true,
): ExportSource & { runs: readonly PictureRun[] } {
  const students = nicknames.map((nickname, index) => ({
    id: idOf(index + 1),
    nickname,
    nicknameKey: nickname,
    secretHash: '',
    mark: { colour: index % 8, glyph: index % 12 },
    membership: 'in' as const,
    joinedAt: NOW + index,
    sentOutFrom: null,
    sweptSince: null,
    team: null,
    device: null,
  }));
  const points = new Map<string, Point[]>();
  const runs = students.map(({ id }, index): PictureRun => {
    const runId = idOf(100 + index);
    const own = [...batch(1).points, ...batch(2).points, point(5, { loss: null, validationAccuracy: 0.75 })];
    points.set(runId, own);
    return {
      id: runId,
      studentId: id,
      experiment: { ...EXPERIMENT, seed: index },
      backend: 'wasm',
      state: index === 0 ? 'finished' : 'diverged',
      createdAt: NOW + 1_000 * index,
      updatedAt: NOW + 1_000 * index + 60_000,
      highWater: 2,
      pointCount: own.length,
      last: own.at(-1)!,
      report: null,
      verifiedAccuracy: index === 0 ? 0.8125 : null,
    };
  });
  const made = {
    id: idOf(9),
    code: 'ABCDEF',
    teacherId: 't',
    lessonId: 'handwritten-digits',
    maxStudents: 40,
  };
  const first = students[0]!;
  const state: ClassState = {
    ...createClass(made, NOW),
    phase: 'ended',
    startedAt: NOW,
    endedAt: NOW + 3_600_000,
    students: Object.fromEntries(students.map((student) => [student.id, student])),
    scores: [
      {
        id: idOf(200),
        studentId: first.id,
        runId: runs[0]!.id,
        experiment: runs[0]!.experiment,
        publicAccuracy: 0.8125,
        privateAccuracy: 0.79,
        submittedAt: NOW + 70_000,
      },
    ],
    predictions: {
      guess: {
        studentId: first.id,
        stepId: 'train',
        choice: 1,
        committedAt: NOW + 5,
        outcome: 2,
        cameTrueAt: NOW + 9,
      },
    },
    messages: [
      { id: idOf(300), text: `Well done, ${first.nickname}`, sentAt: NOW, to: { [first.id]: null } },
    ],
  };
  return {
    state,
    runs,
    named,
    pointsOf: async (runId) => points.get(runId) ?? [],
    weightsOf: async (runId) => (runId === runs[0]!.id ? Uint8Array.of(0, 0, 128, 63) : null),
  };
}

/** The same class as a whole: with a race between the first two that was run again, a team, a run that goes on from another, moments, a remark, a drawing, a bookmark, a snapshot and a short history. */
export function madeClass(nicknames: readonly string[], named = true): ClassFileSource {
  const source = madeSource(nicknames, named);
  const studentId = idOf(1);
  const event = { at: NOW, version: 2, studentId: null } as const;
  const [first, ...others] = source.runs;
  const scores = [
    ...source.state.scores.map((score) => ({ ...score, reproduced: true })),
    ...others.slice(0, 1).map((run) => ({
      ...source.state.scores[0]!,
      ...{ id: idOf(201), studentId: run.studentId, runId: run.id, experiment: run.experiment },
      ...{ publicAccuracy: 0.75, privateAccuracy: 0.77, reproduced: false },
    })),
  ];
  const moment = { size: 0, savedAt: NOW + 50, validationLoss: 0.5, validationAccuracy: null, findings: [] };
  return {
    ...source,
    runs: [first!, ...others.map((run) => ({ ...run, continues: { runId: first!.id, step: 2 } }))],
    state: {
      ...source.state,
      students: {
        ...source.state.students,
        [studentId]: { ...source.state.students[studentId]!, team: 'Fast ones' },
      },
      votes: [
        {
          ...{ id: idOf(700), stepId: 'train', question: 'check', phase: 'shown', openedAt: NOW + 1 },
          ...{ secondAt: NOW + 2, shownAt: NOW + 3, closedAt: NOW + 4 },
        },
      ],
      scores,
      rerun: {
        races: 1_000,
        rows: scores.map(({ id }, index) => ({
          ...{ scoreId: id, first: 1, last: 2, wins: [900, 100][index]! },
          shared: { first: 1, last: 2 },
        })),
      },
      rerunShownAt: NOW + 90_000,
      reveal: { ...aReveal(scores), at: LAST_STOP, furthest: LAST_STOP },
      teamRace: aTeamRace([studentId]),
      ensembles: [anEnsemble(idOf(800), studentId, NOW + 1)],
      knobs: [aKnob(idOf(810), studentId, NOW + 1)],
      audits: [anAudit(idOf(830), studentId, scores[0]!.id, NOW + 1)],
      merges: [aMerge(idOf(820), studentId, scores[0]!.id, NOW + 1)],
      fools: [aFool(idOf(830), studentId, scores[0]!.runId, NOW + 1)],
      fooled: byKey('fooled', [aFooled(idOf(831), idOf(830), studentId, { triedAt: NOW + 2 })]),
      leaks: [aLeak(idOf(840), studentId, NOW + 1)],
      rounds: [someRounds(idOf(830), studentId, NOW + 1)],
      relays: [aRelay(idOf(835), studentId, NOW + 1)],
      answers: byKey('answers', [
        { studentId, question: `vote ${idOf(700)} first`, choice: 2, answeredAt: NOW + 1 },
        { studentId, question: 'reveal', choice: 815, answeredAt: NOW + 2 },
      ]),
      bookmarks: [{ id: idOf(400), at: NOW + 10, stepId: 'train', note: 'a good moment' }],
      snapshots: [
        {
          ...{ id: idOf(500), studentId, stepId: 'train', takenAt: NOW + 20, caption: '', named: false },
          works: [{ name: 'draft', text: '{"a":"花"}' }],
        },
      ],
    },
    pool: {
      labels: ['cat', 'dog'],
      drawings: [
        {
          ...{ id: idOf(600), studentId, label: 1, ordinal: 0, heldBack: false, filedAt: NOW + 30 },
          pixels: new Uint8Array(784).fill(7),
        },
      ],
    },
    events: [
      { kind: 'begun', ...event },
      { kind: 'went', ...event, studentId, index: 2 },
    ],
    steps: [
      {
        ...{ studentId, stepId: 'train', firstAt: NOW + 1, lastAt: NOW + 9, time: 8, doneAt: null },
        ...{ items: [{ what: 'run', reached: 0, of: 1 }], answers: { first: 1, last: 0 }, findings: [] },
        hints: 2,
      },
    ],
    remarks: [{ runId: first!.id, kind: 'note', text: 'Worth showing', writtenAt: NOW + 60 }],
    checkpointsOf: async (runId) =>
      runId === first!.id
        ? [
            { ...moment, step: 2, findings: [{ kind: 'dead-units', layer: 1, share: 0.5 }] },
            { ...moment, step: 4 },
          ]
        : [],
    checkpointAt: async (_runId, step) =>
      new Uint8Array(new Float32Array(countWeights(first!.experiment)).fill(step).buffer),
    batchesOf: async (runId) => [{ at: NOW + 40, points: await source.pointsOf(runId) }],
  };
}

/** The whole of what comes in pieces. */
export async function whole(pieces: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Uint8Array.from(Buffer.concat(all));
}
