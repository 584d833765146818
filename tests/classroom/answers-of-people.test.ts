import { describe, expect, it } from 'vitest';
import type { ClassCommand } from '@/classroom/commands';
import type { ClassState } from '@/classroom/state';
import { viewForStudent } from '@/classroom/view';
import { answersTo, dealtTo } from '@/people/class-answers';
import { KNOB_SETTINGS } from '@/protocol/knob-settings';
import { aClass, aScore, asStudent, decided, idOf, NOW, TEACHER, withStudents } from './made-states';

const ID = idOf(900);
const live = withStudents(aClass({ phase: 'live' }), 'Ada', 'Ben', 'Cleo');
const raced: ClassState = { ...live, scores: [1, 2, 3].map((student) => aScore(student, 0.7)) };
const voting = (step: number): ClassState => ({ ...live, stepIndex: step });

/** What a class is asked, begun. */
const ASKED: [what: string, state: ClassState, commands: ClassCommand[]][] = [
  ['a vote of networks', raced, [{ type: 'ensemble:ask', ensembleId: ID }]],
  ['an average', live, [{ type: 'merge:ask', mergeId: ID, start: 'own' }]],
  ['an audit', live, [{ type: 'audit:ask', auditId: ID, kind: 'mixed' }]],
  ['rounds', live, [{ type: 'rounds:ask', roundsId: ID, rule: 'mean', each: 2, saboteurs: 0, epochs: 1 }]],
  ['a network of them', live, [{ type: 'relay:ask', relayId: ID, way: 'hand', hidden: 2 }]],
  ['a reveal', raced, [{ type: 'reveal:begin' }]],
  ...KNOB_SETTINGS.map((setting): [string, ClassState, ClassCommand[]] => [
    setting,
    live,
    [{ type: 'knob:ask', knobId: ID, setting }],
  ]),
  [
    'a vote',
    voting(1),
    [
      { type: 'vote:open', voteId: ID, stepId: 'train', question: 'check' },
      { type: 'vote:turn', voteId: ID, to: 'talk' },
      { type: 'vote:turn', voteId: ID, to: 'second' },
    ],
  ],
];

describe('people without a browser', () => {
  it.each(ASKED)('answer what they are asked, and the class takes it: %s', (_what, before, commands) => {
    let state = before;
    let said = 0;
    for (const command of commands) {
      state = decided(state, command, TEACHER);
      for (const student of [1, 2, 3])
        for (const answer of answersTo(viewForStudent(state, idOf(student))!, student)) {
          state = decided(state, answer, asStudent(student));
          said += 1;
        }
      // Once they have answered they have nothing more to say.
      for (const student of [1, 2, 3])
        expect(answersTo(viewForStudent(state, idOf(student))!, student)).toEqual([]);
    }
    expect(said).toBeGreaterThanOrEqual(3);
  });

  it('train what they are dealt until it is handed in', () => {
    const dealt = decided(live, { type: 'merge:ask', mergeId: ID, start: 'own' }, TEACHER);
    const experiment = dealtTo(viewForStudent(dealt, idOf(1))!)!;
    expect(experiment).toMatchObject({ examples: 200 });
    const handedIn = { ...dealt, scores: [aScore(1, 0.7, { experiment, submittedAt: NOW + 1 })] };
    expect(dealtTo(viewForStudent(handedIn, idOf(1))!)).toBeNull();
    expect(dealtTo(viewForStudent(handedIn, idOf(2))!)).not.toBeNull();
    expect(dealtTo(viewForStudent(live, idOf(1))!)).toBeNull();
  });
});
