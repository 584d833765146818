import { describe, expect, it } from 'vitest';
import type { ClassCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { historyOf } from '@/classroom/history';
import { sittingReport } from '@/classroom/sitting-report';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { LESSONS } from '@/lessons/registry';
import type { VotePhase } from '@/protocol/vote';
import { voteAdvice } from '@/protocol/vote';
import { aClass, asStudent, context, decided, idOf, NOW, TEACHER, withStudents } from './made-states';

const lesson = LESSONS.find(({ id }) => id === 'perceptron')!;
const check = lesson.steps[0]!.check!;
const guessAt = lesson.steps.findIndex(({ prediction }) => prediction);
const ID = 'a'.repeat(32);

const live = decided(
  withStudents(aClass({ lessonId: lesson.id }), 'Ada', 'Ben', 'Cem', 'Dan'),
  { type: 'class:begin' },
  TEACHER,
);
const open = (question: 'check' | 'prediction' = 'check', stepIndex = 0, voteId = ID): ClassCommand => ({
  ...{ type: 'vote:open', voteId, stepId: lesson.steps[stepIndex]!.id, question },
});
const turn = (to: VotePhase): ClassCommand => ({ type: 'vote:turn', voteId: ID, to });
const CLOSE: ClassCommand = { type: 'vote:close', voteId: ID };
const cast = (state: ClassState, student: number, choice: number, round: 'first' | 'second' = 'first') =>
  decided(state, { type: 'vote:cast', voteId: ID, round, choice }, asStudent(student));
const codeOf = (state: ClassState, command: ClassCommand, actor = TEACHER) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};
const opened = decided(live, open(), TEACHER);
/** 1: wrong then right; 2: right then wrong; 3: right twice; 4: wrong, and not there the second time. */
const [wrong, right] = [0, check.right];
const firstRound = [wrong, right, right, wrong].reduce(
  (state, choice, index) => cast(state, index + 1, choice),
  opened,
);
const again = [right, wrong, right].reduce(
  (state, choice, index) => cast(state, index + 1, choice, 'second'),
  decided(decided(firstRound, turn('talk'), TEACHER), turn('second'), TEACHER),
);

describe('a vote', () => {
  it('is opened on a question of the class’s step, one at a time, and goes on the projector', () => {
    expect(opened.screenView).toBe('vote');
    expect(decided(opened, open(), TEACHER)).toBe(opened);
    expect(codeOf(opened, open('check', 0, 'b'.repeat(32)))).toBe('vote-going-on');
    expect(codeOf(live, open('check', 1))).toBe('no-question');
    expect(codeOf(live, open('prediction'))).toBe('no-question');
    expect(codeOf(aClass({ lessonId: lesson.id }), open())).toBe('wrong-phase');
  });

  it('goes from phase to phase in its order alone', () => {
    expect(codeOf(opened, turn('second'))).toBe('vote-turn-wrong');
    expect(codeOf(again, turn('talk'))).toBe('vote-turn-wrong');
    expect(decided(opened, turn('first'), TEACHER)).toBe(opened);
    expect(codeOf(live, turn('talk'))).toBe('no-vote');
    const shown = decided(again, turn('shown'), TEACHER);
    expect(codeOf(shown, turn('second'))).toBe('vote-turn-wrong');
    expect(codeOf(decided(shown, CLOSE, TEACHER), CLOSE)).toBe('no-vote');
  });

  it('takes votes while a round goes on, the last of each student', () => {
    const changed = cast(cast(opened, 1, 0), 1, 2);
    expect(Object.values(changed.answers)).toEqual([
      { studentId: idOf(1), question: `vote ${ID} first`, choice: 2, answeredAt: NOW },
    ]);
    expect(cast(changed, 1, 2)).toBe(changed);
    const vote = (round: 'first' | 'second', choice = 0): ClassCommand => ({
      ...{ type: 'vote:cast', voteId: ID, round, choice },
    });
    expect(codeOf(opened, vote('second'), asStudent(1))).toBe('vote-not-taken');
    expect(codeOf(decided(opened, turn('talk'), TEACHER), vote('first'), asStudent(1))).toBe(
      'vote-not-taken',
    );
    expect(codeOf(opened, vote('first', check.choices), asStudent(1))).toBe('no-question');
    expect(codeOf(live, vote('first'), asStudent(1))).toBe('no-vote');
    expect(codeOf(opened, vote('first'), asStudent(9))).toBe('unknown-student');
  });

  it('ends with the step and with the class, and leaves the projector to what fits', () => {
    for (const command of [{ type: 'step:next' }, { type: 'class:end' }] as const) {
      const moved = decided(opened, command, TEACHER);
      expect(moved.votes.at(-1)).toMatchObject({ closedAt: NOW });
      expect([moved.screenView, viewForTeacher(moved).vote]).toEqual(['auto', null]);
    }
    const closed = decided(firstRound, CLOSE, TEACHER);
    expect(closed.screenView).toBe('auto');
    expect(Object.keys(closed.answers)).toHaveLength(4);
    expect(decided(closed, open('check', 0, 'b'.repeat(32)), TEACHER).votes).toHaveLength(2);
  });

  it('leaves each phase in the class’s history', () => {
    const told = historyOf(opened, decided(opened, turn('talk'), TEACHER), NOW);
    expect(told).toMatchObject([{ kind: 'vote', voteId: ID, phase: 'talk', studentId: null }]);
    expect(historyOf(opened, decided(opened, CLOSE, TEACHER), NOW)).toMatchObject([
      { kind: 'vote', phase: 'closed' },
      { kind: 'screen', view: 'auto' },
    ]);
  });
});

describe('what is seen of a vote', () => {
  const counts = { first: [2, 2, 0], second: [1, 2, 0] };
  const shifts = { stayed: 1, toRight: 1, toWrong: 1, moved: 0 };

  it('is for its students the own vote, and for the projector how many have voted, until it is shown', () => {
    for (const state of [opened, firstRound, again]) {
      expect(viewForStudent(state, idOf(1))!.vote!.result).toBeNull();
      expect(viewForScreen(state).vote!.result).toBeNull();
    }
    expect(viewForStudent(again, idOf(1))!.vote!.own).toEqual({ first: wrong, second: right });
    expect(viewForStudent(again, idOf(4))!.vote!.own).toEqual({ first: wrong, second: null });
    expect(viewForScreen(firstRound).vote!.voted).toBe(4);
    expect(viewForScreen(again).vote!.voted).toBe(3);
    // Neither names nor ids, whatever is switched on.
    const wall = JSON.stringify(viewForScreen({ ...again, namesOnScreen: true }).vote);
    expect(wall).not.toContain(idOf(1));
    expect(wall).not.toContain('Ada');
  });

  it('is for the teacher both rounds, and who shifted, in counts', () => {
    expect(viewForTeacher(again).vote!.result).toEqual({ counts, shifts, right });
    const shown = decided(again, turn('shown'), TEACHER);
    expect(viewForStudent(shown, idOf(3))!.vote!.result).toEqual({ counts, shifts, right });
    expect(viewForScreen(shown).vote!.result).toEqual({ counts, shifts, right });
  });

  it('counts nobody who was sent out', () => {
    const less = decided(again, { type: 'student:remove', studentId: idOf(1) }, TEACHER);
    expect(viewForTeacher(less).vote!.result.counts).toEqual({ first: [1, 2, 0], second: [1, 1, 0] });
  });

  it('stands in the report', () => {
    const state = decided(decided(again, turn('shown'), TEACHER), { type: 'class:end' }, TEACHER);
    expect(sittingReport({ state, runs: [], records: [] }).votes).toEqual([
      { id: ID, stepId: lesson.steps[0]!.id, question: 'check', counts, shifts, right },
    ]);
    const none = decided(opened, { type: 'class:end' }, TEACHER);
    expect(sittingReport({ state: none, runs: [], records: [] }).votes).toEqual([]);
  });
});

describe('a vote on a prediction', () => {
  const there = decided(live, { type: 'step:go', index: guessAt }, TEACHER);
  const stepId = lesson.steps[guessAt]!.id;
  const guessed = decided(there, { type: 'prediction:commit', stepId, choice: 2 }, asStudent(2));
  const voted = cast(cast(decided(guessed, open('prediction', guessAt), TEACHER), 1, 0), 2, 1);

  it('is the guess of whoever has made none, once it is shown or over', () => {
    const choices = (state: ClassState) => Object.values(state.predictions).map(({ choice }) => choice);
    expect(choices(voted)).toEqual([2]);
    expect(choices(decided(voted, turn('shown'), TEACHER))).toEqual([2, 0]);
    expect(choices(decided(voted, CLOSE, TEACHER))).toEqual([2, 0]);
    expect(choices(decided(voted, { type: 'step:next' }, TEACHER))).toEqual([2, 0]);
  });

  it('is right as benches say, and before any has run nobody knows', () => {
    expect(viewForTeacher(voted).vote!.result.right).toBeNull();
    const ran = decided(voted, { type: 'prediction:outcome', stepId, choice: 1 }, asStudent(2));
    expect(viewForTeacher(ran).vote!.result.right).toBe(1);
  });
});

describe('the rule', () => {
  it.each([
    [[34, 66], 'explain'],
    [[35, 65], 'discuss'],
    [[70, 30], 'discuss'],
    [[71, 29], 'go-on'],
  ] as const)('says of %j, where the first is right: %s', (counts, advice) => {
    expect(voteAdvice(counts, 0)).toBe(advice);
  });

  it('says nothing where nobody has voted, or nobody knows', () => {
    expect(voteAdvice([0, 0], 0)).toBeNull();
    expect(voteAdvice([3, 4], null)).toBeNull();
  });
});
