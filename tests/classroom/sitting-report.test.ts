import { describe, expect, it } from 'vitest';
import { groupReport } from '@/classroom/group-report';
import { byKey } from '@/classroom/kept';
import { sittingReport } from '@/classroom/sitting-report';
import type { ClassState } from '@/classroom/state';
import { newStepRecord, type StepRecord } from '@/classroom/step-records';
import { EXPERIMENT } from '@/people/sample-run';
import type { HelpCall } from '@/protocol/help-call';
import { aClass, aStudent } from '@/tests/store/made-things';

const AT = 1_700_000_000_000;
const PEOPLE = ['Ada', 'Ben', 'Cem', 'Dia'].map((nickname) => aStudent(nickname));
const [ada, ben, cem, dia] = PEOPLE as [
  (typeof PEOPLE)[0],
  (typeof PEOPLE)[0],
  (typeof PEOPLE)[0],
  (typeof PEOPLE)[0],
];

function lesson(given: Partial<ClassState> = {}): ClassState {
  return {
    ...aClass({ lessonId: 'perceptron', phase: 'ended', startedAt: AT, endedAt: AT + 3_600_000 }),
    students: Object.fromEntries(PEOPLE.map((student) => [student.id, student])),
    ...given,
  };
}

const record = (studentId: string, stepId: string, given: Partial<StepRecord> = {}): StepRecord => ({
  ...newStepRecord(studentId, stepId, AT),
  time: 60_000,
  items: [{ what: 'rows', reached: given.doneAt ? 4 : 2, of: 4 }],
  ...given,
});
const call = (studentId: string, given: Partial<HelpCall> = {}): HelpCall => ({
  ...{ studentId, number: 1, kind: 'need', askedAt: AT, partnerId: null, pairedAt: null, endedAt: null },
  before: { activity: 'stuck', finding: null, result: null },
  after: null,
  ...given,
});

/** Ada has finished two steps; the others stopped at the second, three of the four with the same wrong answer to its check. */
const RECORDS = [
  ...PEOPLE.map(({ id }) => record(id, 'weigh', { doneAt: AT + 1 })),
  record(ada.id, 'line', { doneAt: AT + 2, answers: { first: 2, last: 2 } }),
  record(ben.id, 'line', { answers: { first: 1, last: 2 }, time: 180_000 }),
  record(cem.id, 'line', { answers: { first: 1, last: 1 }, time: 120_000 }),
  record(dia.id, 'line', { answers: { first: 1, last: 1 }, findings: ['overfitting'], items: [] }),
];

describe('the report of a sitting', () => {
  const report = sittingReport({ state: lesson(), runs: [], records: RECORDS });

  it('says who reached what, step by step, and how long it took', () => {
    expect(
      report.students.map(({ nickname, steps }) => [
        nickname,
        steps.map(({ standing }) => standing).slice(0, 3),
      ]),
    ).toEqual([
      ['Ada', ['done', 'done', 'none']],
      ['Ben', ['done', 'part', 'none']],
      ['Cem', ['done', 'part', 'none']],
      ['Dia', ['done', 'there', 'none']],
    ]);
    expect(report.steps.slice(0, 3)).toEqual([
      { stepId: 'weigh', reached: 4, done: 4, time: 60_000 },
      { stepId: 'line', reached: 4, done: 1, time: 90_000 },
      { stepId: 'learn', reached: 0, done: null, time: null },
    ]);
  });

  it('tells who went on without a step from who stopped there, and how many hints were read', () => {
    const records = [
      ...RECORDS.slice(0, -1),
      record(dia.id, 'line', { items: [], hints: 3 }),
      record(dia.id, 'learn', { items: [] }),
    ];
    const { students } = sittingReport({ state: lesson(), runs: [], records });
    expect(students.find(({ id }) => id === dia.id)?.steps.slice(0, 4)).toMatchObject([
      { standing: 'done', hints: 0 },
      { standing: 'skipped', hints: 3 },
      { standing: 'there', hints: 0 },
      { standing: 'none', hints: 0 },
    ]);
  });

  it('counts first answers, says who was wrong and who found out', () => {
    expect(report.questions).toEqual([
      {
        ...{ stepId: 'line', kind: 'check', right: 2, counts: [0, 3, 1], corrected: 1 },
        wrong: [{ choice: 1, studentIds: [ben.id, cem.id, dia.id] }],
      },
    ]);
  });

  it('advises by rules: the step that stopped most, the answer that most believed, where nobody came', () => {
    expect(report.advice).toEqual([
      { kind: 'stuck', stepId: 'line', studentIds: [ben.id, cem.id, dia.id], of: 4 },
      { kind: 'question', question: report.questions[0], choice: 1, count: 3, of: 4 },
      { kind: 'not-reached', stepId: 'learn' },
    ]);
  });

  it('takes one of four for nothing that stands out', () => {
    const lone = [
      ...PEOPLE.map(({ id }) =>
        record(id, 'weigh', {
          doneAt: id === dia.id ? null : AT + 1,
          answers: { first: id === dia.id ? 0 : 1, last: 1 },
        }),
      ),
    ];
    const { advice, questions } = sittingReport({
      state: lesson({ steps: ['weigh'] }),
      runs: [],
      records: lone,
    });
    expect(questions[0]).toMatchObject({ counts: [1, 3, 0], wrong: [{ choice: 0, studentIds: [dia.id] }] });
    expect(advice).toEqual([]);
  });

  it('says whether help came, how long it took and whether it stood better then', () => {
    const helps = byKey('helps', [
      call(ada.id, { kind: 'can', partnerId: ben.id, pairedAt: AT + 120_000 }),
      call(ben.id, {
        ...{ partnerId: ada.id, pairedAt: AT + 120_000, endedAt: AT + 300_000 },
        after: { activity: 'training', finding: null, result: 0.5 },
      }),
      call(cem.id, { endedAt: AT + 60_000, after: { activity: 'stuck', finding: null, result: null } }),
      call(dia.id),
    ]);
    const { help, students, advice } = sittingReport({
      state: lesson({ helps }),
      runs: [],
      records: RECORDS,
    });
    expect(help).toEqual({ asked: 3, paired: 1, ended: 1, open: 1, wait: 90_000, better: 1 });
    expect(students[0]!.help).toEqual({ asked: 0, offered: 1 });
    expect(advice[0]).toEqual({ kind: 'no-help', studentIds: [dia.id] });
  });

  it('counts guesses against what came true on each one’s own bench', () => {
    const guess = (studentId: string, choice: number, outcome: number | null) => ({
      ...{
        studentId,
        stepId: 'xor',
        choice,
        outcome,
        committedAt: AT,
        cameTrueAt: outcome === null ? null : AT,
      },
    });
    const predictions = byKey('predictions', [
      guess(ada.id, 2, 2),
      guess(ben.id, 0, 2),
      guess(cem.id, 0, 2),
      guess(dia.id, 0, null),
    ]);
    const { questions } = sittingReport({ state: lesson({ predictions }), runs: [], records: [] });
    expect(questions).toEqual([
      {
        ...{ stepId: 'xor', kind: 'guess', right: 2, counts: [3, 0, 1], corrected: 0 },
        wrong: [{ choice: 0, studentIds: [ben.id, cem.id] }],
      },
    ]);
  });

  it('takes the server’s own check for what is handed in, and tells who never trained', () => {
    const state = lesson({ lessonId: 'handwritten-digits' });
    const score = {
      id: 's',
      studentId: ada.id,
      runId: 'r',
      publicAccuracy: 0.9,
      privateAccuracy: 0.8,
      submittedAt: AT,
    };
    const scores = [{ ...score, experiment: EXPERIMENT }];
    const { students, steps, advice } = sittingReport({ state: { ...state, scores }, runs: [], records: [] });
    const at = steps.findIndex(({ done }) => done === 1);
    expect(students[0]!.steps[at]!.standing).toBe('done');
    expect(students[0]!.best).toEqual({ shown: { kind: 'share', amount: 0.8, of: null }, checked: true });
    expect(advice).toContainEqual({ kind: 'never-trained', studentIds: PEOPLE.map(({ id }) => id), of: 4 });
  });

  it('has nobody in it who only waited or never came', () => {
    const students = {
      [ada.id]: ada,
      [ben.id]: { ...ben, membership: 'absent' as const },
      [cem.id]: { ...cem, membership: 'waiting' as const },
    };
    const { students: told } = sittingReport({ state: lesson({ students }), runs: [], records: [] });
    expect(told.map(({ nickname }) => nickname)).toEqual(['Ada']);
  });
});

describe('the report of a group', () => {
  const sitting = (here: readonly string[], records: readonly StepRecord[] = []) => {
    const state = lesson({
      students: Object.fromEntries(
        PEOPLE.map((one) => [
          one.id,
          { ...one, membership: here.includes(one.id) ? ('in' as const) : ('absent' as const) },
        ]),
      ),
    });
    return { state, report: sittingReport({ state, runs: [], records }) };
  };

  it('says who was where, who missed the last lesson and who is often away', () => {
    const report = groupReport([
      sitting([ada.id, ben.id, cem.id], RECORDS.slice(0, 2)),
      sitting([ada.id, ben.id]),
      sitting([ada.id, cem.id]),
    ]);
    expect(
      report.students.map(({ nickname, lessons }) => [nickname, lessons.map((mark) => mark?.done ?? null)]),
    ).toEqual([
      ['Ada', [1, 0, 0]],
      ['Ben', [1, 0, null]],
      ['Cem', [0, null, 0]],
    ]);
    expect(report.lessons.map(({ come, of }) => [come, of])).toEqual([
      [3, 4],
      [2, 4],
      [2, 4],
    ]);
    expect(report.missedLast).toEqual([ben.id]);
    expect(report.oftenAway).toEqual([]);
    const often = groupReport([sitting([ada.id, ben.id]), sitting([ada.id]), sitting([ada.id])]);
    expect(often.oftenAway).toEqual([ben.id]);
  });

  it('of a group without lessons is empty', () => {
    expect(groupReport([])).toEqual({ lessons: [], students: [], missedLast: [], oftenAway: [] });
  });
});
