import { describe, expect, it } from 'vitest';
import type { AwardSource } from '@/classroom/awards/award-source';
import { fewestExamples, raceBar, smallestNetwork } from '@/classroom/awards/frugal-awards';
import { givenAwards } from '@/classroom/awards/given-awards';
import { mostImproved, mostInstructiveFailure } from '@/classroom/awards/learning-awards';
import { bestPrediction, mostHelpful, REVEAL_QUESTION } from '@/classroom/awards/people-awards';
import { byKey } from '@/classroom/kept';
import type { VerifiedScore } from '@/classroom/state';
import type { FindingKind } from '@/protocol/finding';
import type { HelpCall } from '@/protocol/help-call';
import { aClass, aScore, idOf, NOW, withStudents } from '@/tests/classroom/made-states';
import { rightsOf } from '@/tests/classroom/rights-of';

const students = withStudents(aClass(), 'Ada', 'Ben', 'Cem', 'Dana');

interface Entry {
  hidden: number;
  weights?: number;
  examples?: number;
  at?: number;
  /** Submissions before, by what they had right of the hidden half. */
  before?: readonly number[];
  findings?: readonly FindingKind[];
}

/** A race of Ada, Ben, Cem and Dana, as far as there are entries. */
function raceOf(entries: readonly Entry[], given: Partial<AwardSource['state']> = {}): AwardSource {
  const score = (student: number, hidden: number, submittedAt: number): VerifiedScore =>
    aScore(student, hidden, { submittedAt, right: rightsOf(hidden, hidden) });
  const scores = entries.flatMap(({ before = [] }, index) =>
    before.map((hidden, nth) => score(index + 1, hidden, NOW - 100 + nth)),
  );
  const networks = entries
    .map(({ hidden, at = index(entries, hidden), weights = 100, examples = 1_000 }, student) => ({
      ...{ studentId: idOf(student + 1), best: score(student + 1, hidden, NOW + at), weights, examples },
    }))
    .sort((a, b) => b.best.privateAccuracy - a.best.privateAccuracy);
  return {
    state: { ...students, scores: [...scores, ...networks.map(({ best }) => best)], ...given },
    networks,
    bar: raceBar(networks),
    findingsOf: (id) => entries.find((_, student) => idOf(student + 1) === id)?.findings ?? [],
  };
}
const index = (entries: readonly Entry[], hidden: number) =>
  entries.findIndex((entry) => entry.hidden === hidden);

describe('the bar', () => {
  it('is the middle of the class, of two the lower one', () => {
    expect(raceBar(raceOf([{ hidden: 0.9 }, { hidden: 0.5 }, { hidden: 0.8 }]).networks)).toBe(0.8);
    expect(raceBar(raceOf([{ hidden: 0.9 }, { hidden: 0.5 }]).networks)).toBe(0.5);
  });
});

describe('the smallest network, and the fewest examples', () => {
  it('are those over the bar, not the smallest of all', () => {
    const race = raceOf([
      { hidden: 0.9, weights: 900, examples: 50 },
      { hidden: 0.85, weights: 300, examples: 800 },
      { hidden: 0.4, weights: 10, examples: 10 },
    ]);
    expect(smallestNetwork(race)).toEqual({
      studentId: idOf(2),
      evidence: { kind: 'smallest', weights: 300, accuracy: 0.85, bar: 0.85 },
    });
    expect(fewestExamples(race)).toMatchObject({
      studentId: idOf(1),
      evidence: { examples: 50, accuracy: 0.9, bar: 0.85 },
    });
  });

  it('go to the better of two that take as little, and then to the earlier', () => {
    const costs = { weights: 300, examples: 1 };
    const [one, other, large] = [
      { hidden: 0.8, ...costs, at: 2 },
      { hidden: 0.81, ...costs, at: 9 },
      { hidden: 0.9, weights: 500, examples: 2 },
    ];
    const low = { hidden: 0.1 };
    expect(smallestNetwork(raceOf([one, other, large, low]))!.studentId).toBe(idOf(2));
    const equal = { ...other, hidden: 0.8 };
    expect(fewestExamples(raceOf([one, equal, large, low]))!.studentId).toBe(idOf(1));
    expect(fewestExamples(raceOf([{ ...one, at: 10 }, equal, large, low]))!.studentId).toBe(idOf(2));
  });

  it('are given to nobody where all are of one size, or too few race', () => {
    const same = [{ hidden: 0.9 }, { hidden: 0.8 }, { hidden: 0.7 }];
    expect(smallestNetwork(raceOf(same))).toBeNull();
    expect(fewestExamples(raceOf(same))).toBeNull();
    expect(smallestNetwork(raceOf([{ hidden: 0.9, weights: 1 }, { hidden: 0.9 }]))).toBeNull();
  });
});

describe('most improved', () => {
  it('has come furthest from the first submission, by more than luck', () => {
    const race = raceOf([
      { hidden: 0.9, before: [0.8] },
      { hidden: 0.85, before: [0.6, 0.2] },
      { hidden: 0.99 },
    ]);
    expect(mostImproved(race)).toEqual({
      studentId: idOf(2),
      evidence: { kind: 'improved', from: 0.6, to: 0.85, handedIn: 3 },
    });
  });

  it('is nobody whose rise luck could have made, nor one of whom nobody knows the pictures', () => {
    expect(mostImproved(raceOf([{ hidden: 0.9, before: [0.899] }]))).toBeNull();
    const race = raceOf([{ hidden: 0.9, before: [0.5] }]);
    const unknown = race.networks.map(({ best: { right: _right, ...best }, ...one }) => ({ ...one, best }));
    expect(mostImproved({ ...race, networks: unknown })).toBeNull();
  });
});

describe('the failure that taught most', () => {
  const ill = { findings: ['batch-too-small', 'overfitting', 'dead-units'] as const };

  it('is one that the doctor has seen, and after which it went better by more than luck', () => {
    const race = raceOf([
      { hidden: 0.9, before: [0.1] },
      { hidden: 0.85, before: [0.5, 0.3], ...ill },
      { hidden: 0.8, before: [0.7], ...ill },
    ]);
    expect(mostInstructiveFailure(race, new Set())).toEqual({
      studentId: idOf(2),
      evidence: { kind: 'failure', finding: 'dead-units', from: 0.3, to: 0.85 },
    });
    // Whoever has an award leaves it to others, where there is one.
    expect(mostInstructiveFailure(race, new Set([idOf(2)]))!.studentId).toBe(idOf(3));
    expect(mostInstructiveFailure(race, new Set([idOf(2), idOf(3)]))!.studentId).toBe(idOf(2));
  });

  it('is nobody’s that did not get better afterwards', () => {
    expect(mostInstructiveFailure(raceOf([{ hidden: 0.9, before: [0.899], ...ill }]), new Set())).toBeNull();
    expect(mostInstructiveFailure(raceOf([{ hidden: 0.9, ...ill }]), new Set())).toBeNull();
    expect(mostInstructiveFailure(raceOf([{ hidden: 0.9, before: [0.1] }]), new Set())).toBeNull();
  });
});

describe('the best prediction', () => {
  const guess = (student: number, choice: number, answeredAt = NOW) => ({
    ...{ studentId: idOf(student), question: REVEAL_QUESTION, choice, answeredAt },
  });
  const entries = [{ hidden: 0.9 }, { hidden: 0.8 }, { hidden: 0.7 }];
  const guessedBy = (...guesses: ReturnType<typeof guess>[]) =>
    bestPrediction(raceOf(entries, { answers: byKey('answers', guesses) }));

  it('is the closest to the own result, of equals the earlier', () => {
    expect(guessedBy(guess(1, 891), guess(2, 803), guess(3, 120))).toEqual({
      studentId: idOf(2),
      evidence: { kind: 'predicted', guess: 0.803, accuracy: 0.8 },
    });
    expect(guessedBy(guess(1, 900, NOW + 1), guess(2, 800))!.studentId).toBe(idOf(2));
  });

  it('is nobody’s that is more than a point off', () => {
    expect(guessedBy(guess(1, 910))).not.toBeNull();
    expect(guessedBy(guess(1, 911), guess(2, 789))).toBeNull();
    expect(guessedBy()).toBeNull();
  });
});

describe('the most helpful', () => {
  const standing = { activity: 'training', finding: null, result: null } as const;
  const call = (asker: number, helper: number, better: boolean, number = 1): HelpCall => ({
    ...{ studentId: idOf(asker), number, kind: 'need', askedAt: NOW, endedAt: NOW + 9 },
    ...{ partnerId: idOf(helper), pairedAt: NOW + number, before: standing },
    after: { ...standing, result: better ? 0.5 : null },
  });
  const helped = (...calls: HelpCall[]) =>
    mostHelpful(raceOf([{ hidden: 0.9 }], { helps: byKey('helps', calls) }));

  it('is who helped most of those for whom it then went better', () => {
    expect(helped(call(1, 2, true), call(3, 2, false), call(1, 3, false, 2), call(2, 3, false))).toEqual({
      studentId: idOf(2),
      evidence: { kind: 'helpful', helped: 2, better: 1 },
    });
    // As often with success: who helped more often at all.
    expect(helped(call(1, 2, true), call(2, 3, true), call(1, 3, false, 2))!.studentId).toBe(idOf(3));
  });

  it('is nobody after whose help it went no better', () => {
    expect(helped(call(1, 2, false))).toBeNull();
    expect(helped()).toBeNull();
    expect(helped({ ...call(1, 2, true), kind: 'can' })).toBeNull();
  });
});

describe('all awards', () => {
  it('are those that somebody deserves, each saying something that is so', () => {
    const race = raceOf([
      { hidden: 0.9, weights: 900, before: [0.5] },
      { hidden: 0.85, weights: 300, before: [0.6], findings: ['overfitting'] },
      { hidden: 0.4 },
    ]);
    expect(givenAwards(race).map(({ evidence, studentId }) => [evidence.kind, studentId])).toEqual([
      ['failure', idOf(2)],
      ['improved', idOf(1)],
      ['smallest', idOf(2)],
    ]);
    expect(givenAwards(raceOf([]))).toEqual([]);
  });
});
