import type { BenchId, BenchOptions } from './bench';
import type { Check, Lesson, LessonLanguage, LessonStep, Prediction, StepText } from './lesson';

/** A check of understanding in one language. */
export type WrittenCheck = { right: number } & Check['text'][LessonLanguage];
/** A prediction's question in one language. */
export type WrittenPrediction = Prediction['text'][LessonLanguage];

interface WrittenStepOf<Id extends BenchId> {
  id: string;
  bench: Id;
  options: BenchOptions[Id];
  text: StepText;
  check?: WrittenCheck;
  prediction?: WrittenPrediction;
}

/** A step as somebody reads it: in one language. */
export type WrittenStep = { [Id in BenchId]: WrittenStepOf<Id> }[BenchId];

/** A lesson as somebody reads it: in one language. Pages are given these; the words of other languages stay on the server. */
export interface WrittenLesson extends Pick<Lesson, 'id' | 'number' | 'minutes' | 'experiment'> {
  text: Lesson['text'][LessonLanguage];
  steps: readonly WrittenStep[];
}

/** What a list of lessons shows of each. */
export interface LessonOutline extends Pick<Lesson, 'id' | 'number' | 'minutes'> {
  text: Lesson['text'][LessonLanguage];
  steps: readonly { id: string; title: string }[];
}

function stepIn({ text, check, prediction, ...step }: LessonStep, language: LessonLanguage): WrittenStep {
  return {
    ...step,
    text: text[language],
    ...(check && { check: { right: check.right, ...check.text[language] } }),
    ...(prediction && { prediction: prediction.text[language] }),
  };
}

/** A lesson in one language. */
export function lessonIn({ text, steps, ...lesson }: Lesson, language: LessonLanguage): WrittenLesson {
  return { ...lesson, text: text[language], steps: steps.map((step) => stepIn(step, language)) };
}

/** What a list shows of a lesson, in one language. */
export function outlineIn(
  { id, number, minutes, text, steps }: Lesson,
  language: LessonLanguage,
): LessonOutline {
  const titles = steps.map((step) => ({ id: step.id, title: step.text[language].title }));
  return { id, number, minutes, text: text[language], steps: titles };
}
