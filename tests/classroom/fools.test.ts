import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { askedNetworks, foolNetworks } from '@/classroom/fool-networks';
import { foolersOf, hardest, judgedDrawings, waitingFor } from '@/classroom/fool-result';
import { drawingsFor, playedFools } from '@/classroom/fool-views';
import { foolsAlone, foolsWithout, openFool, recordFooled, refuseTry } from '@/classroom/fools';
import { byKey } from '@/classroom/kept';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { bytesToText } from '@/protocol/bytes-text';
import { type Fooled, fooledSchema, foolSchema } from '@/protocol/fool';
import { FOOL, type FoolStage } from '@/protocol/fool-rules';
import { LIMITS } from '@/protocol/limits';
import { POOL } from '@/protocol/pool-rules';
import { aFooled, inkText } from './a-fool';
import {
  aClass,
  aScore,
  asStudent,
  context,
  decided,
  idOf,
  NOW,
  SERVER,
  TEACHER,
  withStudents,
} from './made-states';

const foolId = idOf(500);
const runOf = (n: number) => idOf(700 + n);
const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus', 'Hal', 'Ida', 'Joe'];
/** So many students, of whom the first ones have handed networks in. */
function competing(shares: readonly number[], students = shares.length): ClassState {
  const state = withStudents(aClass({ phase: 'live' }), ...NAMES.slice(0, students));
  return { ...state, scores: shares.map((share, i) => aScore(i + 1, share, { runId: runOf(i + 1) })) };
}
const ask = (state: ClassState) => decided(state, { type: 'fool:ask', foolId }, TEACHER);
const begun = (shares: readonly number[] = [0.8, 0.9, 0.7], students?: number) =>
  ask(competing(shares, students));
const go = (state: ClassState, stage: FoolStage) =>
  decided(state, { type: 'fool:go', foolId, stage }, TEACHER);
const aTry = (n: number, label = 4) => ({ foolId, drawingId: idOf(1_000 + n), label, pixels: inkText(n) });
const READ = { answer: 9, right: 1, asked: 2, said: [0, 0, 0, 1, 1, 0, 0, 0, 0, 0] };
const tried = (state: ClassState, student: number, n: number, read = READ, label = 4) =>
  decided(state, { type: 'fool:record', studentId: idOf(student), tried: aTry(n, label), read }, SERVER);
const judge = (state: ClassState, student: number, n: number, choice: number) =>
  decided(state, { type: 'fool:judge', foolId, drawingId: idOf(1_000 + n), choice }, asStudent(student));
const refusedAs = (state: ClassState, command: Parameters<typeof decide>[1], actor = TEACHER) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};
const tryCode = (state: ClassState, student: number, one = aTry(1)) => {
  const answer = refuseTry(state, idOf(student), one);
  return answer.ok ? null : answer.code;
};
const judgedOf = (state: ClassState) => judgedDrawings(state, openFool(state)!);

describe('a game against the network that leads', () => {
  it('is against the first of the board, and everybody else reads besides', () => {
    const state = begun();
    expect(openFool(state)).toMatchObject({
      leader: { studentId: idOf(2), runId: runOf(2) },
      others: [
        { studentId: idOf(1), runId: runOf(1) },
        { studentId: idOf(3), runId: runOf(3) },
      ],
      stage: 'drawing',
    });
    expect(foolSchema.safeParse({ ...openFool(state), leader: null }).success).toBe(true);
    expect(state.screenView).toBe('fool');
    // Asking again is the same, and who betters the board later leads no game that is on.
    expect(ask(state)).toBe(state);
    const later = { ...state, scores: [...state.scores, aScore(3, 0.99, { runId: runOf(9) })] };
    expect(viewForTeacher(later).fool!.now!.leaderId).toBe(idOf(2));
    expect(foolNetworks(later)!.leader.studentId).toBe(idOf(3));
  });

  it('asks no network of somebody who was sent out, and the best of which there are weights', () => {
    const again = competing([0.8, 0.9, 0.7]);
    // The run of the leader's best was handed in again, and is worse: its other run is asked.
    const state = {
      ...again,
      scores: [
        ...again.scores,
        aScore(2, 0.85, { runId: runOf(5) }),
        aScore(2, 0.1, { id: 'worse', runId: runOf(2) }),
      ],
    };
    expect(foolNetworks(state)!.leader).toEqual({ studentId: idOf(2), runId: runOf(5) });
    const without = decided(again, { type: 'student:ban', studentId: idOf(2) }, TEACHER);
    expect(foolNetworks(without)!.leader.studentId).toBe(idOf(1));
    expect(foolNetworks(competing([0.8]))).toBeNull();
    // Somebody who is forgotten is asked no more, and without the leader nothing is.
    const game = openFool(begun())!;
    expect(askedNetworks(again, game)!.others).toHaveLength(2);
    const [fewer] = foolsWithout([game], idOf(3));
    expect(askedNetworks(again, fewer!)!.others.map(({ runId }) => runId)).toEqual([runOf(1)]);
    expect(askedNetworks(again, foolsWithout([game], idOf(2))[0]!)).toBeNull();
  });

  it('is refused with closed codes where it makes no sense', () => {
    const command = { type: 'fool:ask', foolId } as const;
    expect(refusedAs(competing([0.8]), command)).toBe('too-few-networks');
    expect(refusedAs({ ...competing([0.8, 0.9]), phase: 'lobby' }, command)).toBe('wrong-phase');
    expect(refusedAs(withStudents(aClass({ phase: 'live', lessonId: 'perceptron' }), 'Ada'), command)).toBe(
      'no-fool',
    );
    let many = competing([0.8, 0.9]);
    for (let i = 0; i < LIMITS.foolsPerClass; i += 1)
      many = decided(many, { type: 'fool:ask', foolId: idOf(600 + i) }, TEACHER);
    expect(many.fools.filter(({ closedAt }) => closedAt === null)).toHaveLength(1);
    expect(refusedAs(many, command)).toBe('too-many-fools');
    expect(refusedAs(competing([0.8]), { type: 'fool:go', foolId, stage: 'shown' })).toBe('no-fool');
    expect(refusedAs(begun(), { type: 'fool:go', foolId, stage: 'shown' }, asStudent(1))).toBe('not-allowed');
  });

  it('ends with the class, and what was drawn stays', () => {
    const ended = decided(tried(begun(), 1, 1), { type: 'class:end' }, TEACHER);
    expect(openFool(ended)).toBeNull();
    expect(Object.keys(ended.fooled)).toHaveLength(1);
    expect(playedFools(ended)).toMatchObject([
      { open: false, fooled: 1, drawings: [{ pixels: inkText(1) }] },
    ]);
  });
});

describe('a try', () => {
  it('is kept with what was read, once, and shown to its student alone', () => {
    const state = tried(begun(), 1, 1);
    expect(tried(state, 1, 1)).toBe(state);
    expect(viewForStudent(state, idOf(1))!.fool).toMatchObject({
      own: [{ label: 4, answer: 9, right: 1, asked: 2, people: null }],
      left: FOOL.tries - 1,
      dealt: [],
      points: null,
    });
    const other = JSON.stringify(viewForStudent(state, idOf(3)));
    expect(other).not.toContain(idOf(1_001));
    expect(JSON.stringify(viewForScreen(state))).not.toContain(idOf(1_001));
    expect(viewForTeacher(state).fool!.now!.drawings).toMatchObject([
      { studentId: idOf(1), verdict: 'waiting', said: READ.said },
    ]);
    const [kept] = Object.values(state.fooled);
    expect(fooledSchema.safeParse({ ...kept, foolId, studentId: idOf(1) }).success).toBe(true);
  });

  it('is refused where it is empty, no picture, no label, another’s, the same again, too many, or at the wrong time', () => {
    const state = begun();
    const one = aTry(1);
    expect(tryCode(state, 1, { ...one, pixels: bytesToText(new Uint8Array(POOL.pixels)) })).toBe(
      'drawing-empty',
    );
    expect(tryCode(state, 1, { ...one, pixels: bytesToText(new Uint8Array(9).fill(255)) })).toBe(
      'bad-request',
    );
    expect(tryCode(state, 1, { ...one, pixels: '!'.repeat(one.pixels.length) })).toBe('bad-request');
    expect(tryCode(state, 1, { ...one, label: 10 })).toBe('bad-request');
    expect(tryCode(state, 1, { ...one, foolId: idOf(501) })).toBe('no-fool');
    expect(tryCode(state, 99, one)).toBe('unknown-student');
    const after = tried(state, 1, 1);
    expect(tryCode(after, 3, one)).toBe('bad-request');
    expect(tryCode(after, 1, { ...one, drawingId: idOf(7) })).toBe('already-tried');
    expect(tryCode(after, 1, { ...one, drawingId: idOf(7), label: 3 })).toBeNull();
    let full = state;
    for (let n = 0; n < FOOL.tries; n += 1) full = tried(full, 1, n);
    expect(tryCode(full, 1, aTry(50))).toBe('no-tries-left');
    expect(tryCode(full, 1, aTry(3))).toBeNull();
    for (const stage of ['judging', 'shown'] as const) {
      expect(tryCode(go(state, stage), 1)).toBe('fool-closed');
      const late = { studentId: idOf(1), tried: one, read: READ };
      expect(recordFooled(go(state, stage), late, NOW)).toMatchObject({ code: 'fool-closed' });
    }
    expect(tryCode(decided(state, { type: 'fool:close', foolId }, TEACHER), 1)).toBe('no-fool');
  });
});

describe('people who judge', () => {
  it('are put another’s drawing that fools the leader, with nothing of whose it is or what was meant', () => {
    const right = { answer: 4, right: 2, asked: 2, said: [0, 0, 0, 0, 2, 0, 0, 0, 0, 0] };
    const drawn = tried(tried(tried(begun(), 1, 1), 2, 2, right), 3, 3);
    expect(viewForStudent(drawn, idOf(1))!.fool!.dealt).toEqual([]);
    const state = go(drawn, 'judging');
    const view = viewForStudent(state, idOf(1))!.fool!;
    expect(view).toMatchObject({ dealt: [idOf(1_003)], toJudge: 1, gallery: null });
    expect(JSON.stringify({ ...view, own: [] })).not.toContain(idOf(3));
    const who = { kind: 'student', studentId: idOf(1) } as const;
    const ids = [1, 2, 3].map((n) => idOf(1_000 + n));
    expect(drawingsFor(state, foolId, ids, who)!.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    expect(drawingsFor(drawn, foolId, ids, who)!.map(({ id }) => id)).toEqual([ids[0]]);
    expect(drawingsFor(state, foolId, ids, { kind: 'screen' })).toEqual([]);
    expect(drawingsFor(state, foolId, ids, { kind: 'teacher' })).toHaveLength(3);
    expect(drawingsFor(state, idOf(9), ids, { kind: 'teacher' })).toBeNull();
  });

  it('say it once, of others’ drawings, while the class judges', () => {
    const state = go(tried(begun(), 1, 1), 'judging');
    const say = (choice: number, drawing = 1) =>
      ({ type: 'fool:judge', foolId, drawingId: idOf(1_000 + drawing), choice }) as const;
    expect(refusedAs(state, say(4), asStudent(1))).toBe('own-drawing');
    expect(refusedAs(state, say(4, 8), asStudent(2))).toBe('unknown-drawing');
    expect(refusedAs(state, say(11), asStudent(2))).toBe('bad-request');
    expect(refusedAs(go(state, 'drawing'), say(4), asStudent(2))).toBe('fool-closed');
    expect(refusedAs(state, say(4))).toBe('not-allowed');
    const said = judge(state, 2, 1, 4);
    expect(judge(said, 2, 1, 4)).toBe(said);
    expect(refusedAs(said, say(9), asStudent(2))).toBe('already-answered');
    // What the teacher takes out nobody judges or sees, until it is brought back.
    const removed = { type: 'fool:remove', foolId, drawingId: idOf(1_001), removed: true } as const;
    const out = decided(said, removed, TEACHER);
    expect(refusedAs(out, say(4), asStudent(3))).toBe('unknown-drawing');
    expect(viewForStudent(out, idOf(3))!.fool!.dealt).toEqual([]);
    expect(viewForStudent(out, idOf(1))!.fool!.own[0]!.removed).toBe(true);
    expect(decided(out, removed, TEACHER)).toBe(out);
    const back = decided(out, { ...removed, removed: false }, TEACHER);
    expect(viewForStudent(back, idOf(3))!.fool!.dealt).toEqual([idOf(1_001)]);
    expect(refusedAs(state, { ...removed, drawingId: idOf(3) })).toBe('unknown-drawing');
  });

  it('decide by most of at least three, or of everybody else in a small class', () => {
    const verdict = (students: number, ...choices: number[]) => {
      let state = go(tried(begun([0.8, 0.9], students), 1, 1), 'judging');
      choices.forEach((choice, i) => {
        state = judge(state, i + 2, 1, choice);
      });
      return judgedOf(state)[0]!.verdict;
    };
    expect(verdict(2, 4)).toBe('read');
    expect(verdict(2, 10)).toBe('unread');
    expect(verdict(3, 4)).toBe('waiting');
    expect(verdict(3, 4, 9)).toBe('unread');
    expect(verdict(3, 4, 4)).toBe('read');
    expect(verdict(8, 4, 4)).toBe('waiting');
    expect(verdict(8, 4, 4, 9)).toBe('read');
    expect(verdict(8, 4, 4, 9, 10)).toBe('unread');
    expect(verdict(8)).toBe('waiting');
  });
});

describe('points and the gallery', () => {
  it('come with the last stage: the best drawing of each label counts, and equals share a rank', () => {
    const better = { ...READ, right: 2, said: [0, 0, 0, 0, 2, 0, 0, 0, 0, 0] };
    let state = begun([0.8, 0.9, 0.7], 5);
    state = tried(tried(tried(state, 1, 1), 1, 2, better), 4, 3, better);
    state = go(state, 'judging');
    for (const n of [1, 2, 3]) for (const who of [2, 3, 5]) state = judge(state, who, n, 4);
    expect(viewForStudent(state, idOf(1))!.fool).toMatchObject({ points: null, foolers: null });
    expect(viewForScreen(state).fool).toMatchObject({ fooled: 3, judged: 3, gallery: null, foolers: null });
    const shown = go(state, 'shown');
    expect(viewForStudent(shown, idOf(1))!.fool!.points).toBe(2);
    const named = { ...shown, namesOnScreen: true };
    expect(viewForScreen(named).fool!.foolers).toMatchObject([
      { rank: 1, nickname: 'Ada', points: 2, drawings: 1 },
      { rank: 1, nickname: 'Dan', points: 2, drawings: 1 },
    ]);
    // The one that one network more misreads stands first, and the tiles are of nobody.
    const gallery = viewForScreen(shown).fool!.gallery!;
    expect(gallery.map(({ id }) => id)).toEqual([idOf(1_001), idOf(1_002), idOf(1_003)]);
    expect(gallery[0]).toEqual({
      ...{ id: idOf(1_001), label: 4, answer: 9, right: 1, asked: 2, read: 3, judged: 3, points: 1 },
    });
    expect(viewForScreen(shown).fool!.foolers![0]!.nickname).toBeNull();
    // With nothing ranked nobody is named, and the own points are still told; nor does its student hear that it leads.
    const off = decided(shown, { type: 'class:rank', ranking: 'off' }, TEACHER);
    expect(viewForScreen(off).fool).toMatchObject({ leader: null, foolers: null });
    expect(viewForStudent(off, idOf(4))!.fool).toMatchObject({ leader: null, foolers: null, points: 2 });
    expect(viewForStudent(shown, idOf(2))!.fool!.leads).toBe(true);
    expect(viewForStudent(off, idOf(2))!.fool!.leads).toBe(false);
    // Put away, it can be shown again on the wall and pages keep nothing of it; who is sent out is on neither.
    const away = decided(shown, { type: 'fool:close', foolId }, TEACHER);
    expect(viewForStudent(away, idOf(1))!.fool).toBeNull();
    expect(viewForScreen(away).fool!.gallery).toHaveLength(3);
    const banned = decided(away, { type: 'student:ban', studentId: idOf(1) }, TEACHER);
    expect(viewForScreen(banned).fool!.gallery!.map(({ id }) => id)).toEqual([idOf(1_003)]);
  });

  it('hold for any drawings and judgements', () => {
    const drawing = fc.record({
      by: fc.integer({ min: 1, max: 6 }),
      label: fc.integer({ min: 0, max: 9 }),
      answer: fc.integer({ min: 0, max: 9 }),
      right: fc.integer({ min: 0, max: 5 }),
      removed: fc.boolean(),
      said: fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(drawing, { maxLength: 12 }), (drawings) => {
        const fooled: Fooled[] = drawings.map(({ by, label, answer, right, removed }, n) =>
          aFooled(idOf(1_000 + n), foolId, idOf(by), {
            label,
            answer,
            right,
            removed,
            asked: 5,
            triedAt: NOW + n,
          }),
        );
        const answers = drawings.flatMap(({ by, said }, n) =>
          said.flatMap((choice, i) =>
            i + 1 === by
              ? []
              : [{ studentId: idOf(i + 1), question: `fool ${idOf(1_000 + n)}`, choice, answeredAt: NOW }],
          ),
        );
        const state: ClassState = {
          ...go(begun([0.8, 0.9], 6), 'judging'),
          fooled: byKey('fooled', fooled),
          answers: byKey('answers', answers),
        };
        const all = judgedOf(state);
        const foolers = foolersOf(state, all);
        for (const { drawing: one, points, verdict, judged, read, people } of all) {
          expect(one.answer).not.toBe(one.label);
          expect(people.reduce((sum, count) => sum + count, 0)).toBe(judged);
          if (points > 0) {
            expect([verdict, one.removed, foolsAlone(one)]).toEqual(['read', false, true]);
            expect(2 * read).toBeGreaterThan(judged);
            expect(judged).toBeGreaterThanOrEqual(FOOL.judges);
            expect(points).toBe(one.right);
          }
        }
        // Nobody has a rank without a result, ranks follow points, and no label counts twice.
        for (const { studentId, points, rank, drawings: count } of foolers) {
          expect(points).toBeGreaterThan(0);
          expect(rank).toBe(1 + foolers.filter((other) => other.points > points).length);
          const own = all.filter((one) => one.drawing.studentId === studentId && one.points > 0);
          expect(new Set(own.map((one) => one.drawing.label)).size).toBe(count);
          expect(points).toBeLessThanOrEqual(own.reduce((sum, one) => sum + one.points, 0));
        }
        const wrong = hardest(all).map(({ drawing: one }) => one.asked - one.right);
        expect(wrong).toEqual([...wrong].sort((a, b) => b - a));
        expect(hardest(all).every(({ verdict, drawing: one }) => verdict === 'read' && !one.removed)).toBe(
          true,
        );
        // Own drawings, removed ones and those that were judged wait for nobody; what waits stays in its order.
        for (let i = 1; i <= 6; i += 1) {
          const waiting = waitingFor(state, all, idOf(i));
          for (const id of waiting) {
            const one = fooled.find((other) => other.id === id)!;
            expect([one.studentId === idOf(i), one.removed]).toEqual([false, false]);
            expect(answers.some((said) => said.studentId === idOf(i) && said.question === `fool ${id}`)).toBe(
              false,
            );
          }
          const [first, ...rest] = waiting;
          if (first === undefined) continue;
          const judged = decided(
            state,
            { type: 'fool:judge', foolId, drawingId: first, choice: 10 },
            asStudent(i),
          );
          expect(waitingFor(judged, judgedOf(judged), idOf(i))).toEqual(rest);
        }
      }),
      { numRuns: 60 },
    );
  });
});
