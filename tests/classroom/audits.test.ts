import { describe, expect, it } from 'vitest';
import { auditDesk, auditOnScreen, ownAudit, pastAudits } from '@/classroom/audit-views';
import { auditsWithout, experimentInAudit, openAudit } from '@/classroom/audits';
import { decide } from '@/classroom/decide';
import type { ClassState } from '@/classroom/state';
import { viewForScreen } from '@/classroom/view';
import { type AuditQuestion, auditSchema } from '@/protocol/audit';
import { AUDIT_SHARES, auditShare } from '@/protocol/audit-figures';
import { AUDIT_DATA, AUDIT_STAGES, type AuditKind, type AuditStage } from '@/protocol/audit-settings';
import { DATASETS } from '@/protocol/datasets';
import { trainingSteps } from '@/protocol/experiment-steps';
import { LIMITS } from '@/protocol/limits';
import { markPixels } from '@/protocol/marks';
import { anAudit, auditFoundOf } from './an-audit';
import {
  aClass,
  aScore,
  asStudent,
  context,
  decided,
  idOf,
  join,
  NOW,
  SERVER,
  TEACHER,
  withStudents,
} from './made-states';

const auditId = idOf(500);
const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Fay'];
const begun = (kind: AuditKind = 'mixed') =>
  decided(withStudents(aClass({ phase: 'live' }), ...NAMES), { type: 'audit:ask', auditId, kind }, TEACHER);
const now = (state: ClassState) => openAudit(state)!;
const refusedAs = (state: ClassState, command: Parameters<typeof decide>[1], actor = TEACHER) => {
  const decision = decide(state, command, actor, context());
  return decision.ok ? null : decision.code;
};
const guess = (state: ClassState, student: number, question: AuditQuestion, choice: number) =>
  decided(state, { type: 'audit:guess', auditId, question, choice }, asStudent(student));
const tap = (state: ClassState, student: number, pixel: number) =>
  decided(state, { type: 'audit:tap', auditId, pixel }, asStudent(student));
/** With what was dealt to these students, trained to its end, each right on so much. */
function handedIn(state: ClassState, ...students: number[]): ClassState {
  const scores = students.map((i) =>
    aScore(i, 0.5, { experiment: experimentInAudit(now(state), idOf(i))!, submittedAt: NOW + 1 }),
  );
  return { ...state, scores: [...state.scores, ...scores] };
}
const dataOf = (state: ClassState, student: number) => now(state).dealt[idOf(student)]!.data;
const asked = (state: ClassState, ...students: number[]) =>
  decided(
    state,
    {
      type: 'audit:record',
      auditId,
      found: auditFoundOf(
        students.map((i) => ({ studentId: idOf(i), submissionId: idOf(900 + i), data: dataOf(state, i) })),
      ),
    },
    SERVER,
  );
const to = (state: ClassState, stage: AuditStage) => {
  let at = state;
  while (now(at).stage !== stage) {
    const next = AUDIT_STAGES[AUDIT_STAGES.indexOf(now(at).stage) + 1]!;
    at = decided(at, { type: 'audit:go', auditId, stage: next }, TEACHER);
  }
  return at;
};
const marked = (state: ClassState) => [1, 2, 3, 4, 5, 6].find((i) => dataOf(state, i) === 'marked')!;

describe('dealing data of which nobody knows what was done to them', () => {
  it('deals each kind as often, trainings that differ in nothing else, and to whoever comes later as well', () => {
    const state = decided(begun(), join(7), { kind: 'newcomer' });
    const all = [1, 2, 3, 4, 5, 6, 7];
    const counts = AUDIT_DATA.map((data) => all.filter((i) => dataOf(state, i) === data).length);
    expect([...counts].sort()).toEqual([2, 2, 3]);
    const experiments = all.map((i) => experimentInAudit(now(state), idOf(i))!);
    expect(new Set(experiments.map(({ seed }) => seed)).size).toBe(7);
    const rest = experiments.map(({ seed: _seed, data: _data, ...same }) => JSON.stringify(same));
    expect(new Set(rest).size).toBe(1);
    expect(experiments.map(({ data }) => data ?? 'plain')).toEqual(all.map((i) => dataOf(state, i)));
    expect(viewForScreen(state).shows.view).toBe('audit');
    for (const kind of ['marked', 'shuffled'] as const)
      expect(new Set(all.slice(0, 6).map((i) => dataOf(begun(kind), i)))).toEqual(new Set([kind]));
  });

  it('is the same when asked again, takes the place of one that is on, and is refused where there is nothing to train', () => {
    const state = begun();
    const again = { type: 'audit:ask', auditId, kind: 'marked' } as const;
    expect(decide(state, again, TEACHER, context())).toMatchObject({ state });
    const second = decided(state, { type: 'audit:ask', auditId: 'a2', kind: 'marked' }, TEACHER);
    expect(second.audits.map(({ closedAt }) => closedAt === null)).toEqual([false, true]);
    const full = { ...state, audits: Array.from({ length: LIMITS.auditsPerClass }, () => state.audits[0]!) };
    expect(refusedAs(full, { type: 'audit:ask', auditId: 'a2', kind: 'mixed' })).toBe('too-many-audits');
    const other = aClass({ phase: 'live', lessonId: 'perceptron' });
    expect(refusedAs(other, again)).toBe('no-audit');
    expect(refusedAs(aClass({ phase: 'lobby' }), again)).toBe('wrong-phase');
    const ended = decided(state, { type: 'class:end' }, TEACHER);
    expect(ended.audits[0]!.closedAt).not.toBeNull();
  });
});

describe('guessing and looking', () => {
  it('lets what the own network is right on be guessed until it is handed in, what its data were until it is told', () => {
    let state = guess(guess(begun(), 1, 'share', 3), 1, 'data', 2);
    state = guess(state, 1, 'share', 1);
    expect(ownAudit(state, idOf(1))).toMatchObject({ share: 1, data: 2, isHandedIn: false });
    state = handedIn(state, 1);
    const late = { type: 'audit:guess', auditId, question: 'share', choice: 0 } as const;
    expect(refusedAs(state, late, asStudent(1))).toBe('audit-stands');
    state = to(asked(guess(state, 1, 'data', 0), 1), 'spot');
    state = guess(state, 1, 'data', 1);
    const told = to(state, 'data');
    expect(refusedAs(told, { ...late, question: 'data' }, asStudent(1))).toBe('audit-stands');
    expect(refusedAs(told, { type: 'audit:tap', auditId, pixel: 3 }, asStudent(1))).toBe('audit-stands');
    expect(ownAudit(told, idOf(1))).toMatchObject({ share: 1, data: 1 });
    expect(refusedAs(state, { ...late, question: 'data', choice: 3 }, asStudent(1))).toBe('bad-request');
    expect(refusedAs(state, { ...late, auditId: 'other' }, asStudent(2))).toBe('no-audit');
  });

  it('counts who has found a mark of the own pictures, and tells nobody before it tells what was in the data', () => {
    const start = begun();
    const one = marked(start);
    const { seed } = now(start).dealt[idOf(one)]!;
    const marks = markPixels(seed, DATASETS.digits);
    let state = tap(tap(start, one, 400), one, marks[4]![3]!);
    // Whose pictures carry none has found none, wherever it points.
    const plain = [1, 2, 3, 4, 5, 6].find((i) => dataOf(state, i) === 'plain')!;
    state = asked(handedIn(tap(state, plain, marks[0]![0]!), one, plain), one, plain);
    for (const stage of AUDIT_STAGES.slice(1, 4)) {
      const at = to(state, stage);
      expect(auditOnScreen(at)!.result).toMatchObject({ tapped: null });
      for (const view of [viewForScreen(at).audit, ownAudit(at, idOf(plain))])
        expect(JSON.stringify(view)).not.toMatch(/"data":"|"marks":\[|pixels":"/);
    }
    const told = to(state, 'data');
    expect(auditOnScreen(told)!.result!.tapped).toEqual({ right: 1, of: 1 });
    expect(ownAudit(told, idOf(one))!.own).toMatchObject({ data: 'marked', marks });
    expect(ownAudit(told, idOf(plain))!.own).toMatchObject({ data: 'plain', marks: null });
  });
});

describe('whose network is asked', () => {
  it('is who has handed in exactly what was dealt, trained to its end, while it goes on', () => {
    const state = begun();
    const own = experimentInAudit(now(state), idOf(1))!;
    const with_ = (changes: Parameters<typeof aScore>[2]): ClassState => ({
      ...state,
      scores: [aScore(1, 0.5, { experiment: own, submittedAt: NOW + 1, ...changes })],
    });
    const counts = (at: ClassState) => {
      const { handedIn: whole, early } = auditDesk(at)!.now!;
      return { whole, early };
    };
    expect(counts(with_({}))).toEqual({ whole: 1, early: 0 });
    expect(counts(with_({ updates: trainingSteps(own) }))).toEqual({ whole: 1, early: 0 });
    const early = with_({ updates: trainingSteps(own) - 1 });
    expect(counts(early)).toEqual({ whole: 0, early: 1 });
    expect(ownAudit(early, idOf(1))).toMatchObject({ isHandedIn: false, early: true });
    expect(counts(with_({ experiment: { ...own, epochs: 59 } }))).toEqual({ whole: 0, early: 0 });
    expect(counts(with_({ submittedAt: now(state).openedAt - 1 }))).toEqual({ whole: 0, early: 0 });
    const out = decided(with_({}), { type: 'student:remove', studentId: idOf(1) }, TEACHER);
    expect(counts(out)).toEqual({ whole: 0, early: 0 });
  });
});

describe('showing what came of it', () => {
  const all = [1, 2, 3, 4, 5, 6];
  const whole = () => asked(handedIn(guess(guess(begun(), 1, 'share', 3), 1, 'data', 0), ...all), ...all);

  it('tells no more than was shown, step by step, and of nobody whose a network is', () => {
    const state = whole();
    const { networks } = now(state).found!;
    const values = Object.values(networks);
    const seenAt: Partial<Record<AuditStage, (keyof (typeof values)[number])[]>> = {
      hidden: ['hidden'],
      spot: ['wrong'],
      data: ['marked', 'follows'],
      further: ['moved', 'inverted'],
    };
    for (const [at, stage] of AUDIT_STAGES.entries()) {
      if (stage === 'training') continue;
      const shown = to(state, stage);
      const views = [viewForScreen(shown).audit, ownAudit(shown, idOf(1)), auditDesk(shown)];
      for (const view of views) {
        const text = JSON.stringify(view);
        for (const [later, figures] of Object.entries(seenAt))
          if (AUDIT_STAGES.indexOf(later as AuditStage) > at)
            for (const figure of figures)
              for (const network of values)
                expect(text, `${figure} at ${stage}`).not.toMatch(new RegExp(`:${network[figure]}[,}]`));
        for (const student of all) expect(text).not.toContain(idOf(student));
        for (const { submissionId } of values) expect(text).not.toContain(submissionId);
      }
      const { result, dots } = auditOnScreen(shown)!;
      expect(dots).toHaveLength(6);
      expect(result!.groups.map(({ data }) => data)).toEqual(
        at < AUDIT_STAGES.indexOf('data') ? [null] : [...AUDIT_DATA],
      );
      expect(ownAudit(shown, idOf(1))).not.toHaveProperty('dots');
    }
    const end = auditOnScreen(to(state, 'further'))!;
    expect(end.result!.groups.map(({ networks: some }) => some)).toEqual([2, 2, 2]);
    expect(end.result!.groups[1]!.figures).toMatchObject({ hidden: { low: 0.8, middle: 0.8, high: 0.8 } });
    expect(end.result!.shares).toEqual({ guessed: [0, 0, 0, 1], came: [0, 4, 0, 2] });
    const own = end.result!.groups.find(({ data }) => data === dataOf(state, 1))!;
    expect(own.guesses).toEqual([1, 0, 0]);
  });

  it('goes one step at a time, and back none', () => {
    const state = whole();
    expect(refusedAs(begun(), { type: 'audit:go', auditId, stage: 'device' })).toBe('no-audit');
    expect(refusedAs(state, { type: 'audit:go', auditId, stage: 'data' })).toBe('no-audit');
    const at = to(state, 'spot');
    expect(decided(at, { type: 'audit:go', auditId, stage: 'hidden' }, TEACHER).audits).toBe(at.audits);
  });

  it('is asked once, keeps nothing of who is gone, and stays when it is put away', () => {
    const state = begun();
    const { [idOf(2)]: _gone, ...students } = state.students;
    const found = asked({ ...handedIn(state, 1, 2), students }, 1, 2);
    expect(Object.keys(now(found).found!.networks)).toEqual([idOf(1)]);
    expect(asked(found, 3).audits).toBe(found.audits);
    const closed = decided(found, { type: 'audit:close', auditId }, TEACHER);
    expect(openAudit(closed)).toBeNull();
    expect(ownAudit(closed, idOf(1))).toBeNull();
    expect(auditOnScreen(closed)).toMatchObject({ open: false, stage: 'device' });
    expect(pastAudits(closed)).toMatchObject([{ id: auditId, kind: 'mixed', stage: 'device' }]);
    expect(auditSchema.parse(closed.audits[0])).toEqual(closed.audits[0]);
  });

  it('forgets a student wholly', () => {
    const audit = anAudit(auditId, idOf(1), idOf(2), NOW);
    expect(auditSchema.parse(audit)).toEqual(audit);
    expect(JSON.stringify(auditsWithout([audit], idOf(1)))).not.toContain(idOf(1));
    const others = [audit];
    expect(auditsWithout(others, idOf(7))).toBe(others);
  });
});

it('says of each share exactly one thing', () => {
  expect([1, 0.91, 0.9, 0.61, 0.6, 0.21, 0.2, 0].map(auditShare)).toEqual([
    ...['most', 'most', 'many', 'many', 'some', 'some', 'chance', 'chance'],
  ]);
  expect(AUDIT_SHARES).toHaveLength(4);
});
