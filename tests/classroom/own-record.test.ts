import { describe, expect, it } from 'vitest';
import { byKey } from '@/classroom/kept';
import { ownAnswers, ownSteps } from '@/classroom/own-record';
import type { ClassState } from '@/classroom/state';
import { newStepRecord } from '@/classroom/step-records';
import { ownLessons } from '@/client/student/own-lessons';
import { LANGUAGES } from '@/lessons/languages';
import { findLesson } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';
import { aClass, idOf, withStudents } from './made-states';

const LESSON = 'perceptron';
const lesson = findLesson(LESSON)!;
const [ada, ben] = [idOf(1), idOf(2)];
const made: ClassState = {
  ...withStudents({ ...aClass(), lessonId: LESSON }, 'Ada', 'Ben'),
  ...{ phase: 'ended', quiz: true, steps: null },
};
const record = (studentId: string, stepId: string, met: number, of: number) => ({
  ...newStepRecord(studentId, stepId, 1),
  items: [{ what: 'goals' as const, reached: met, of }],
  doneAt: met === of ? 5 : null,
});
const answered = (
  studentId: string,
  ...rights: readonly [when: 'before' | 'after', item: number, right: boolean][]
) =>
  rights.map(([when, item, right]) => ({
    ...{ studentId, question: `quiz ${when} ${item}`, answeredAt: 1 },
    choice: (lesson.quiz[when][item]!.right + (right ? 0 : 1)) % 3,
  }));

describe('what a student reads of a lesson on the own page', () => {
  it('the own steps in the order of the class, with the goals that were met, and nobody else’s', () => {
    const records = [record(ada, 'line', 1, 3), record(ben, 'weigh', 0, 2), record(ada, 'weigh', 2, 2)];
    expect(ownSteps(made, records, ada)).toEqual([
      { stepId: 'weigh', goals: { met: 2, of: 2 }, done: true },
      { stepId: 'line', goals: { met: 1, of: 3 }, done: false },
    ]);
    const old = { ...newStepRecord(ada, 'weigh', 1), items: [], doneAt: 3 };
    expect(ownSteps(made, [old], ada)).toEqual([{ stepId: 'weigh', goals: null, done: true }]);
    // A step that this class left out.
    expect(ownSteps({ ...made, steps: ['weigh'] }, records, ada).map(({ stepId }) => stepId)).toEqual([
      'weigh',
    ]);
  });

  it('right answers before and after, once the lesson is over and all of them were given', () => {
    const all = answered(
      ada,
      ['before', 0, true],
      ['before', 1, false],
      ['after', 0, true],
      ['after', 1, true],
    );
    const some = answered(ben, ['before', 0, true], ['before', 1, true], ['after', 0, true]);
    const state = { ...made, answers: byKey('answers', [...all, ...some]) };
    expect(ownAnswers(state, ada)).toEqual({ before: { right: 1, of: 2 }, after: { right: 2, of: 2 } });
    expect(ownAnswers(state, ben)).toBeNull();
    expect(ownAnswers({ ...state, phase: 'live' }, ada)).toBeNull();
    expect(ownAnswers({ ...state, quiz: false }, ada)).toBeNull();
  });

  it.each(LANGUAGES)(
    'what was found is the lesson’s own end, for who came there or once it is over, in %s',
    (language) => {
      const kept = {
        ...{
          id: made.id,
          at: 1,
          lessonId: LESSON,
          runs: [],
          parts: null,
          answers: null,
          feedback: [],
          drawings: [],
        },
        record: { studentId: ada, best: null, runs: 0, time: 0, guesses: { made: 0, right: 0 } },
      };
      const page = (phase: 'live' | 'ended', ...stepIds: string[]) =>
        ownLessons(
          {
            ...{ studentId: ada, nickname: 'Ada', mark: { colour: 0, glyph: 0 }, code: made.code },
            lessons: [
              { ...kept, phase, steps: stepIds.map((stepId) => ({ stepId, goals: null, done: true })) },
            ],
          },
          language,
        ).lessons[0]!;
      const steps = lessonIn(lesson, language).steps;
      const end = steps.find(({ bench }) => bench === 'recap')!;
      expect(page('live', 'weigh')).toMatchObject({
        learnt: null,
        steps: [{ id: 'weigh', title: steps.find(({ id }) => id === 'weigh')!.text.title, done: true }],
      });
      expect(page('live', 'weigh', end.id).learnt).toBe(end.text.lead);
      expect(page('ended').learnt).toBe(end.text.lead);
      // A step of a version that this server does not know is no row without a name.
      expect(page('ended', 'a-step-of-old').steps).toEqual([]);
    },
  );
});
