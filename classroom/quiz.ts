import { findLesson } from '@/lessons/registry';
import type { ClassGain, OwnQuiz, QuizChoices, QuizCounts } from '@/protocol/quiz';
import { QUIZ_ITEMS, QUIZ_TIMES, type QuizTime } from '@/protocol/quiz-times';
import { refuse } from '@/protocol/refusals';
import type { Decision } from './decision';
import { classGain } from './gain';
import { answerKey, keep } from './kept';
import { refuseHandingIn, refuseTakingPart } from './scoring';
import type { ClassState } from './state';

/** Under which name the answers to one question are kept. */
const quizKey = (when: QuizTime, item: number) => `quiz ${when} ${item}`;

/** A student answers what is asked before the lesson (from the lobby on) or after it. An answer stands; what was left open may still be answered. */
export function answerQuiz(
  state: ClassState,
  studentId: string,
  { when, choices }: { when: QuizTime; choices: QuizChoices },
  now: number,
): Decision {
  const early = when === 'before' && state.phase === 'lobby';
  const refusal = early ? refuseTakingPart(state, studentId) : refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const asked = state.quiz ? findLesson(state.lessonId)?.quiz[when] : undefined;
  if (!asked) return refuse('no-question');
  let next = state;
  for (const [item, choice] of choices.entries()) {
    if (choice === null) continue;
    if (choice >= (asked[item]?.choices ?? 0)) return refuse('no-question');
    const question = quizKey(when, item);
    const before = state.answers[answerKey(studentId, question)];
    if (before && before.choice !== choice) return refuse('already-answered');
    if (!before) next = keep(next, 'answers', { studentId, question, choice, answeredAt: now });
  }
  return { ok: true, state: next };
}

/** What a student has answered; null: the class is asked nothing. */
export function ownQuiz(state: ClassState, studentId: string): OwnQuiz | null {
  if (!state.quiz) return null;
  return { before: answersOf(state, studentId, 'before'), after: answersOf(state, studentId, 'after') };
}

function answersOf({ answers }: ClassState, studentId: string, when: QuizTime): QuizChoices | null {
  const of = (item: number) => answers[answerKey(studentId, quizKey(when, item))]?.choice ?? null;
  const choices: QuizChoices = [of(0), of(1)];
  return choices.every((choice) => choice === null) ? null : choices;
}

/** An answer to one of the questions before and after the lesson. */
interface QuizAnswer {
  when: QuizTime;
  /** Which of the two, from 0. */
  item: number;
  studentId: string;
  choice: number;
  right: boolean;
  answeredAt: number;
}

/** Every answer of a class, question by question. */
export function quizAnswers(state: ClassState): QuizAnswer[] {
  const quiz = findLesson(state.lessonId)?.quiz;
  if (!quiz) return [];
  const answers = Object.values(state.answers);
  return QUIZ_TIMES.flatMap((when) =>
    quiz[when].flatMap(({ right }, item) =>
      answers
        .filter(({ question }) => question === quizKey(when, item))
        .map(({ studentId, choice, answeredAt }) => ({
          ...{ when, item, studentId, choice, answeredAt },
          right: choice === right,
        })),
    ),
  );
}

/** By the answers' own identity and the students', who may be removed. */
const countsOf = new WeakMap<ClassState['answers'], Map<ClassState['students'], QuizCounts>>();

/** How many students have answered each time; null: the class is asked nothing. */
export function quizCounts(state: ClassState): QuizCounts | null {
  if (!state.quiz) return null;
  const known = countsOf.get(state.answers)?.get(state.students);
  if (known) return known;
  const answered = (when: QuizTime) =>
    Object.keys(state.students).filter((id) => answersOf(state, id, when) !== null).length;
  const counts = { before: answered('before'), after: answered('after') };
  countsOf.set(state.answers, new Map([[state.students, counts]]));
  return counts;
}

/** What these students have gained; null: the class was asked nothing. */
export function gainOfClass(state: ClassState, studentIds: Iterable<string>): ClassGain | null {
  const quiz = findLesson(state.lessonId)?.quiz;
  if (!state.quiz || !quiz) return null;
  /** Null: not all was answered. */
  const share = (studentId: string, when: QuizTime): number | null => {
    const choices = answersOf(state, studentId, when);
    if (choices === null || choices.includes(null)) return null;
    return choices.filter((choice, item) => choice === quiz[when][item]?.right).length / QUIZ_ITEMS;
  };
  return classGain(
    [...studentIds].flatMap((id) => {
      const [before, after] = [share(id, 'before'), share(id, 'after')];
      return before === null || after === null ? [] : [{ before, after }];
    }),
  );
}
