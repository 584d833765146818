import type { Experiment } from '@/protocol/experiment';

/** The languages in which every lesson is written. */
export type LessonLanguage = 'en' | 'ja';
export type PerLanguage<Content> = Readonly<Record<LessonLanguage, Content>>;

/** What a student sees and does beside a step's words; client/benches has one component for each. */
export type BenchId = 'digits-pictures' | 'digits-training' | 'digits-drawing' | 'digits-challenge';

export interface StepText {
  title: string;
  /** Paragraphs. `**…**` marks a term at its first use. */
  body: readonly string[];
  /** One sentence that says what to do now. */
  task: string;
}

export interface LessonStep {
  id: string;
  bench: BenchId;
  text: PerLanguage<StepText>;
}

export interface Lesson {
  id: string;
  /** Place in the curriculum, from 1. */
  number: number;
  /** Minutes that a class needs. */
  minutes: readonly [least: number, most: number];
  text: PerLanguage<{ title: string; question: string; summary: string }>;
  steps: readonly LessonStep[];
  /** The experiment that a student's bench opens with. */
  experiment: Omit<Experiment, 'seed'>;
}
