import { describe, expect, test } from 'vitest';
import { pastAudits } from '@/classroom/audit-views';
import { countedEnsembles } from '@/classroom/ensemble-views';
import { playedFools } from '@/classroom/fool-views';
import { dealtKnobs } from '@/classroom/knob-views';
import { pastLeaks } from '@/classroom/leak-views';
import { averagedMerges } from '@/classroom/merge-views';
import { heldRelays } from '@/classroom/relay-views';
import { heldRounds } from '@/classroom/rounds-views';
import type { ClassState } from '@/classroom/state';
import { viewForReview } from '@/classroom/view';
import { classReview } from '@/client/review/review-rows';
import { sharedReplay, sharedReview } from '@/client/review/shared/shared-review';
import { packRunTable, runResult } from '@/protocol/run-table';
import { packTraces } from '@/protocol/run-traces';
import { replayOf } from '@/server/read/class-replay';
import type { Store } from '@/server/store/store';
import { idOf, madeClass } from '@/tests/server/export/made-source';

const NAMES = ['花子', 'Zebulon'];
const { state: made, runs, events, pool } = madeClass(NAMES);
const studentId = idOf(1);
const event = { at: made.startedAt!, version: 3 };
const state: ClassState = {
  ...made,
  snapshots: [{ ...made.snapshots[0]!, caption: 'Zebulon found it' }],
  bookmarks: [{ ...made.bookmarks[0]!, note: 'when 花子 asked' }],
};
const store = {
  readTraceTable: async () =>
    packTraces(
      runs.map(({ studentId, createdAt, updatedAt, state: ended }) => ({
        ...{ studentId, beganAt: createdAt, endedAt: updatedAt, diverged: ended === 'diverged' },
        ...{ moments: [], epoch: 1, speed: 1 },
      })),
    ),
  listEvents: async () => [
    ...events,
    { kind: 'screen', view: 'spotlight', argument: 'named', studentId, ...event },
    { kind: 'screen', view: 'snapshot', argument: state.snapshots[0]!.id, studentId: null, ...event },
    { kind: 'snapshot', snapshotId: state.snapshots[0]!.id, studentId, ...event },
  ],
  readPool: async () => pool,
} as unknown as Store;

async function shown(named: boolean): Promise<string> {
  const kept = {
    helps: [],
    snapshots: state.snapshots,
    ensembles: countedEnsembles(state),
    reveal: null,
    knobs: dealtKnobs(state),
    merges: averagedMerges(state),
    fools: playedFools(state),
    audits: pastAudits(state),
    rounds: heldRounds(state),
    leaks: pastLeaks(state),
    relays: heldRelays(state),
    asked: { votes: true, quiz: true },
  };
  const review = classReview(viewForReview(state), packRunTable(runs.map(runResult)), null, kept);
  const replay = (await replayOf(store, state, 0))!;
  return JSON.stringify([sharedReview(review, named), sharedReplay(replay, named)]);
}

/** Everything that has been written, drawn or made up: what stands for somebody elsewhere. */
const NEVER = [
  ...['Well done', 'found it', 'asked', 'a good moment', state.code, '"draft"'],
  ...[
    made.id,
    studentId,
    idOf(2),
    runs[0]!.id,
    state.scores[0]!.id,
    state.snapshots[0]!.id,
    state.ensembles[0]!.id,
    state.knobs[0]!.id,
    state.fools[0]!.id,
    Object.values(state.fooled)[0]!.pixels,
  ],
];

describe('a class behind a link', () => {
  test('names nobody and nothing that leads to anybody, unless the teacher has said so', async () => {
    const without = await shown(false);
    for (const secret of [...NAMES, ...NEVER]) expect(without, secret).not.toContain(secret);
    // It is the class all the same.
    expect(without).toContain('0.8125');
    expect(without).toContain('"voted":0.9');
    // An average is told in figures: pictures of what networks look for stay with their class.
    expect(without).toContain('"aligned":0.84');
    expect(without).not.toContain('"pictures":"');
    // What was found with one value each stands there, with no run behind a point.
    expect(without).toContain('"setting":"learningRate"');
    // So are networks that were asked what they have learned.
    expect(without).toContain('"wrong":0.39');
    expect(without).not.toContain('"pixels":"');
    expect(without).toContain('"alone":[{"studentId":"student 1","pictures":7}]');
    expect(without).toContain('"view":"spotlight","argument":null');
  });

  test('with names has nicknames, and still nothing that was written or leads elsewhere', async () => {
    const named = await shown(true);
    for (const name of NAMES) expect(named).toContain(name);
    for (const secret of NEVER) expect(named, secret).not.toContain(secret);
  });
});
