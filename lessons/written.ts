import type { DatasetId } from '@/protocol/datasets';
import type { BenchId, BenchOptions } from './bench';
import { BENCHES } from './benches';
import { READINGS } from './glossary/glossary';
import type { GoalWords, StepGoal } from './goal';
import type { Language } from './languages';
import type { Lesson, LessonStep } from './lesson';
import type { CheckWords, LessonText, LessonWords, PredictionWords, StepText } from './lesson-words';
import { withReadings } from './readings';
import { LESSONS, type TaughtLesson } from './registry';
import { LESSON_WORDS } from './words/words';

/** A check of understanding in one language. */
export type WrittenCheck = { right: number } & CheckWords;

/** One of the questions before and after a lesson, in one language. */
export type WrittenQuestion = { right: number } & PredictionWords;

/** A goal in one language. */
export type WrittenGoal = StepGoal & GoalWords;

interface WrittenStepOf<Id extends BenchId> {
  id: string;
  bench: Id;
  options: BenchOptions[Id];
  text: StepText;
  goals: readonly WrittenGoal[];
  check?: WrittenCheck;
  prediction?: PredictionWords;
}

/** A step as somebody reads it: in one language. */
export type WrittenStep = { [Id in BenchId]: WrittenStepOf<Id> }[BenchId];

/** A lesson as somebody reads it: in one language. Pages are given these; the words of other languages stay on the server. */
export interface WrittenLesson extends Pick<Lesson, 'id' | 'number' | 'minutes' | 'experiment'> {
  text: LessonText;
  steps: readonly WrittenStep[];
  quiz: Readonly<Record<keyof Lesson['quiz'], readonly WrittenQuestion[]>>;
  /** What comes after it; null: it is the last. */
  next: LessonText | null;
  /** Stands above the words of each step that trains, where a class uses other pictures than these words speak of. */
  note?: string;
}

/** What a list of lessons shows of each. */
export interface LessonOutline extends Pick<Lesson, 'id' | 'number' | 'minutes'> {
  text: LessonText;
  /** `ranks`: what is handed in at this step is what the class's board ranks. */
  steps: readonly { id: string; title: string; ranks: boolean }[];
  /** The pictures that it trains on, where a class may choose others; null: it trains none. */
  dataset: DatasetId | null;
}

function wordsOf(lesson: TaughtLesson, language: Language): LessonWords {
  return LESSON_WORDS[language][lesson.id];
}

function stepIn(
  { check, prediction: _, goals, ...step }: LessonStep,
  words: LessonWords['steps'][string],
): WrittenStep {
  const { check: checkWords, prediction, goals: goalWords, ...text } = words;
  return {
    ...step,
    text,
    goals: goals.map((goal) => ({ ...(goal as StepGoal), ...goalWords![goal.id]! })),
    ...(check && checkWords && { check: { right: check.right, ...checkWords } }),
    ...(prediction && { prediction }),
  };
}

/** A lesson's title, its question and its summary in one language. */
export function textIn(lesson: TaughtLesson, language: Language): LessonText {
  const { title, question, summary } = wordsOf(lesson, language);
  return { title, question, summary };
}

/** The steps with the reading of each hard word where the lesson first uses it: in what is in sight, or else where more is told. */
function inReadable(steps: readonly WrittenStep[], language: Language): WrittenStep[] {
  const readings = READINGS[language];
  const seen = new Set<string>();
  const told = new Set<string>();
  return steps.map((step) => {
    const inSight = (text: string) => withReadings(text, readings, seen);
    const [task, lead] = [inSight(step.text.task), inSight(step.text.lead)];
    for (const word of seen) told.add(word);
    const more = step.text.more.map((paragraph) => withReadings(paragraph, readings, told));
    const { formula } = step.text;
    const meaning = formula && { ...formula, meaning: withReadings(formula.meaning, readings, told) };
    return { ...step, text: { ...step.text, task, lead, more, ...(meaning && { formula: meaning }) } };
  });
}

/** A lesson in one language. */
export function lessonIn(lesson: TaughtLesson, language: Language): WrittenLesson {
  const { steps, quiz } = wordsOf(lesson, language);
  const next = LESSONS[LESSONS.indexOf(lesson) + 1];
  const asked = (when: keyof Lesson['quiz']) =>
    lesson.quiz[when].map(({ right }, at) => ({ right, ...quiz[when][at]! }));
  return {
    ...lesson,
    text: textIn(lesson, language),
    // The type of a lesson's words holds that there are some for each step.
    steps: inReadable(
      lesson.steps.map((step) => stepIn(step, steps[step.id]!)),
      language,
    ),
    quiz: { before: asked('before'), after: asked('after') },
    next: next ? textIn(next, language) : null,
  };
}

/** What a list shows of a lesson, in one language. */
export function outlineIn(lesson: TaughtLesson, language: Language): LessonOutline {
  const { id, number, minutes } = lesson;
  const { text, steps } = lessonIn(lesson, language);
  return {
    id,
    number,
    minutes,
    text,
    steps: steps.map(({ id, bench, text: { title } }) => ({
      id,
      title,
      ranks: BENCHES[bench].challenge !== null,
    })),
    dataset: lesson.experiment?.dataset ?? null,
  };
}
