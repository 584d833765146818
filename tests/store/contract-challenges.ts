import { describe, expect, it } from 'vitest';
import { byKey, type CommittedPrediction, type PartResult, predictionKey, resultKey } from '@/classroom/kept';
import type { ClassState } from '@/classroom/state';
import { aFool, aFooled } from '@/tests/classroom/a-fool';
import { aKnob } from '@/tests/classroom/a-knob';
import { aLeak } from '@/tests/classroom/a-leak';
import { aMerge } from '@/tests/classroom/a-merge';
import { aRelay } from '@/tests/classroom/a-relay';
import { anAudit } from '@/tests/classroom/an-audit';
import { anEnsemble } from '@/tests/classroom/an-ensemble';
import { someRounds } from '@/tests/classroom/some-rounds';
import { aClass, aStudent, change } from './made-things';
import type { Subject } from './store-contract';

function aResult(studentId: string, part: string, given: Partial<PartResult> = {}): PartResult {
  return {
    studentId,
    part,
    parts: 3,
    value: 0.1 + 0.2,
    reached: false,
    shown: { kind: 'count', amount: 3, of: 4 },
    at: 1_700_000_000_789,
    tries: 1,
    ...given,
  };
}

function aPrediction(studentId: string, given: Partial<CommittedPrediction> = {}): CommittedPrediction {
  return {
    studentId,
    stepId: 'race',
    choice: 1,
    committedAt: 1_700_000_000_790,
    outcome: null,
    cameTrueAt: null,
    ...given,
  };
}

const resultsOf = (...all: PartResult[]): ClassState['results'] =>
  Object.fromEntries(all.map((one) => [resultKey(one.studentId, one.part), one]));
const predictionsOf = (...all: CommittedPrediction[]): ClassState['predictions'] =>
  Object.fromEntries(all.map((one) => [predictionKey(one.studentId, one.stepId), one]));

export function describeChallenges(subject: Subject): void {
  describe('results and predictions', () => {
    const [ann, ben] = [aStudent('Ann'), aStudent('Ben')];
    const made = () => ({ ...aClass(), students: { [ann.id]: ann, [ben.id]: ben } });

    it('are given back as they were saved, the bettered ones bettered and the others untouched', async () => {
      const { store } = subject;
      const before = made();
      await store.createClass(before);
      const gate = aResult(ann.id, 'and');
      const steps = aResult(ben.id, 'all', { shown: { kind: 'steps', amount: 41, of: null }, reached: true });
      const first = change(before, {
        results: resultsOf(gate, steps),
        predictions: predictionsOf(aPrediction(ann.id), aPrediction(ben.id, { choice: 0 })),
        answers: byKey('answers', [
          { studentId: ann.id, question: 'vote 1 first', choice: 2, answeredAt: 1_700_000_000_800 },
        ]),
        ensembles: [anEnsemble('an ensemble', ann.id, 1_700_000_000_900)],
        knobs: [aKnob('a knob', ann.id, 1_700_000_000_900)],
        audits: [anAudit('an audit', ann.id, 'a score', 1_700_000_000_900)],
        merges: [aMerge('a merge', ann.id, 'a score', 1_700_000_000_900)],
        fools: [aFool('a game', ann.id, 'a run', 1_700_000_000_900)],
        fooled: byKey('fooled', [aFooled('a drawing', 'a game', ben.id)]),
        leaks: [aLeak('a leak', ann.id, 1_700_000_000_900)],
        rounds: [someRounds('some rounds', ann.id, 1_700_000_000_900)],
        relays: [aRelay('a relay', ann.id, 1_700_000_000_900)],
        votes: [
          {
            ...{ id: 'a vote', stepId: 'weigh', question: 'check', phase: 'second' },
            ...{ openedAt: 1, secondAt: 2, shownAt: null, closedAt: 3 },
          },
        ],
      });
      expect(await store.saveClass(before, first)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(first);

      const share = { kind: 'share', amount: 0.987654321, of: null } as const;
      const better = aResult(ann.id, 'and', { value: 1, reached: true, shown: share, at: 5e12, tries: 7 });
      const second = change(first, {
        fooled: byKey('fooled', [aFooled('a drawing', 'a game', ben.id, { removed: true })]),
        results: { ...first.results, ...resultsOf(better, aResult(ann.id, 'or')) },
        predictions: {
          ...first.predictions,
          ...predictionsOf(aPrediction(ann.id, { outcome: 0, cameTrueAt: 5e12 })),
        },
      });
      expect(await store.saveClass(first, second)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(second);
    });

    it('come with a class that is made with them', async () => {
      const { store } = subject;
      const state = {
        ...made(),
        results: resultsOf(aResult(ann.id, 'box')),
        predictions: predictionsOf(aPrediction(ben.id)),
      };
      expect(await store.createClass(state)).toBe('created');
      expect(await store.loadClass(state.id)).toEqual(state);
    });

    it('are not written where somebody has saved before', async () => {
      const { store } = subject;
      const before = made();
      await store.createClass(before);
      const other = change(before, { stepIndex: 1 });
      await store.saveClass(before, other);
      const rival = change(before, {
        results: resultsOf(aResult(ann.id, 'and')),
        predictions: predictionsOf(aPrediction(ann.id)),
      });
      expect(await store.saveClass(before, rival)).toBe('conflict');
      expect(await store.loadClass(before.id)).toEqual(other);
    });

    it('are counted for the list of classes: who answered, and who reached every part', async () => {
      const { store } = subject;
      const goal = { parts: 2, reached: true };
      const state = {
        ...made(),
        results: resultsOf(
          aResult(ann.id, 'and', goal),
          aResult(ann.id, 'or', goal),
          aResult(ben.id, 'and', goal),
          aResult(ben.id, 'or', { parts: 2 }),
        ),
      };
      await store.createClass(state);
      const listed = (await store.listClasses(state.teacherId)).find(({ id }) => id === state.id);
      expect(listed).toMatchObject({ answeredCount: 2, reachedCount: 1 });
    });

    it('go with their student, and with the class', async () => {
      const { store } = subject;
      const state = {
        ...made(),
        results: resultsOf(aResult(ann.id, 'and'), aResult(ben.id, 'and')),
        predictions: predictionsOf(aPrediction(ann.id), aPrediction(ben.id)),
      };
      await store.createClass(state);
      await store.deleteStudent(state.id, ann.id);
      const rest = await store.loadClass(state.id);
      expect(Object.values(rest!.results)).toEqual([aResult(ben.id, 'and')]);
      expect(Object.values(rest!.predictions)).toEqual([aPrediction(ben.id)]);
      await store.deleteClass(state.id);
      // The same ids in another class find nothing left of it.
      await store.createClass({ ...state, results: {}, predictions: {} });
      expect(await store.loadClass(state.id)).toMatchObject({ results: {}, predictions: {} });
    });
  });
}
