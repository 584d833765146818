import type { Experiment } from '@/protocol/experiment';
import type { BenchId, BenchOptions } from './bench';

/** The languages in which every lesson is written. */
export const LESSON_LANGUAGES = ['en', 'ja'] as const;
export type LessonLanguage = (typeof LESSON_LANGUAGES)[number];
export type PerLanguage<Content> = Readonly<Record<LessonLanguage, Content>>;

/**
 * A step's words. In `body`, `task` and the explanations `**…**` marks a term at its first use and `[[term|words]]` a term of the
 * glossary that can be tapped.
 */
export interface StepText {
  title: string;
  /** Paragraphs. */
  body: readonly string[];
  /** One sentence that says what to do now. */
  task: string;
  /** Shown on request only: a formula and what each sign in it means. */
  formula?: { lines: readonly string[]; meaning: string };
}

/** A short check of understanding, with an explained answer. Never scored. */
export interface Check {
  /** Index of the right choice. */
  right: number;
  text: PerLanguage<{ question: string; choices: readonly string[]; why: string }>;
}

/** A guess that a student commits before the bench unlocks; the bench says which of the choices came true. */
export interface Prediction {
  text: PerLanguage<{ question: string; choices: readonly string[] }>;
}

interface StepOf<Id extends BenchId> {
  /** Unique within the lesson, kebab-case; kept with students' work, so it does not change. */
  id: string;
  bench: Id;
  /** What this bench is to show; see lessons/bench.ts. */
  options: BenchOptions[Id];
  text: PerLanguage<StepText>;
  check?: Check;
  prediction?: Prediction;
}

/** One step: a short text and one bench on which the student does what the text says. */
export type LessonStep = { [Id in BenchId]: StepOf<Id> }[BenchId];

export interface Lesson {
  id: string;
  /** Place in the curriculum, from 1. */
  number: number;
  /** Minutes that a class needs. */
  minutes: readonly [least: number, most: number];
  text: PerLanguage<{ title: string; question: string; summary: string }>;
  steps: readonly LessonStep[];
  /** The experiment that the digits bench opens with; null where the lesson trains no digits. */
  experiment: Omit<Experiment, 'seed'> | null;
}
