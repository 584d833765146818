import type { GoalWords, StepGoal } from './goal';
import type { Check, Lesson, LessonStep, Prediction } from './lesson';

/** What lists show of a lesson. None of the marks of a step's words. */
export interface LessonText {
  readonly title: string;
  readonly question: string;
  readonly summary: string;
}

/**
 * A step's words. In `lead`, `more`, `task` and the explanations `**…**` marks a term at its first use and `[[term|words]]` a term of the
 * glossary that can be tapped.
 */
export interface StepText {
  readonly title: string;
  /** What the step is about: three short sentences at most, which everybody reads. */
  readonly lead: string;
  /** Paragraphs for whoever wants to know more. Nothing in them is needed for the task. */
  readonly more: readonly string[];
  /** What to do now, as short as it can be said: the goals say the rest. */
  readonly task: string;
  /** Its lines are in sight, each as short as the column beside the bench is narrow; what the signs mean stands with `more`. */
  readonly formula?: { readonly lines: readonly string[]; readonly meaning: string };
}

/** As many texts as there are choices; any number where it is not known which lesson it is. */
type Choices<Count extends number, Texts extends readonly string[] = readonly []> = number extends Count
  ? readonly string[]
  : Texts['length'] extends Count
    ? Texts
    : Choices<Count, readonly [...Texts, string]>;

/** A prediction's words. */
export interface PredictionWords {
  readonly question: string;
  readonly choices: readonly string[];
}

/**
 * A check's words. `reasons`, one a choice: of the right one why it is right; of another what speaks against it, without saying which is
 * right, since it may be answered once more.
 */
export interface CheckWords extends PredictionWords {
  readonly reasons: readonly string[];
}

/** `Words` for a question with so many choices: as many of everything that there is one of for each. */
type Asked<Words extends PredictionWords, Question extends { choices: number }> = Words & {
  readonly [One in Exclude<keyof Words, 'question'>]: Choices<Question['choices']>;
};

/** All words of one step: with those of its check and its prediction where it has them, and only there. */
type WordsOfStep<Step extends LessonStep> = StepText &
  (Step extends { check: Check } ? { readonly check: Asked<CheckWords, Step['check']> } : { check?: never }) &
  (Step extends { prediction: Prediction }
    ? { readonly prediction: Asked<PredictionWords, Step['prediction']> }
    : { prediction?: never }) &
  (Step extends { goals: readonly Pick<StepGoal, 'id'>[] }
    ? { readonly goals: { readonly [Id in Step['goals'][number]['id']]: GoalWords } }
    : { goals?: never });

/** The words of questions, one after another. */
type AskedAll<Questions extends readonly { choices: number }[]> = {
  readonly [At in keyof Questions]: Asked<PredictionWords, Questions[At]>;
};

/** Words of the questions before a lesson and after it. */
interface QuizWords<Quiz extends Lesson['quiz']> {
  readonly before: AskedAll<Quiz['before']>;
  readonly after: AskedAll<Quiz['after']>;
}

/** How a lesson ends: the words of its recap, and of what is asked before it and after it. They stand in a file of their own. */
export interface RecapWords<Taught extends Lesson> {
  readonly recap: WordsOfStep<Extract<Taught['steps'][number], { id: 'recap' }>>;
  readonly quiz: QuizWords<Taught['quiz']>;
}

/** All words of one lesson in one language. One that lacks a step, a check, a prediction or one of their choices does not compile. */
export type WordsOf<Taught extends Lesson> = LessonText & {
  readonly steps: { readonly [Step in Taught['steps'][number] as Step['id']]: WordsOfStep<Step> };
  readonly quiz: QuizWords<Taught['quiz']>;
};

/** The words of any lesson, by the ids of its steps. */
export interface LessonWords extends LessonText {
  readonly quiz: Readonly<Record<keyof Lesson['quiz'], readonly PredictionWords[]>>;
  readonly steps: Readonly<
    Record<
      string,
      StepText & {
        readonly check?: CheckWords;
        readonly prediction?: PredictionWords;
        readonly goals?: Readonly<Record<string, GoalWords>>;
      }
    >
  >;
}
