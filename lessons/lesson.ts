import type { Experiment } from '@/protocol/experiment';
import type { BenchId, BenchOptions } from './bench';
import type { FactsOfBench } from './facts';
import type { StepGoal } from './goal';

/** A short check of understanding, with an explained answer. Never scored. */
export interface Check {
  /** Index of the right choice. */
  readonly right: number;
  /** How many choices there are. */
  readonly choices: number;
}

/** A guess that a student commits before the bench unlocks; the bench says which of the choices came true. */
export interface Prediction {
  /** How many choices there are. */
  readonly choices: number;
}

/** Two questions before a lesson and two after it, of the same ideas with other numbers: what is gained in between can be measured. */
interface Quiz {
  readonly before: readonly [Check, Check];
  readonly after: readonly [Check, Check];
}

interface StepOf<Id extends BenchId> {
  /** Unique within the lesson, kebab-case; kept with students' work, so it does not change. */
  readonly id: string;
  readonly bench: Id;
  /** What this bench is to show; see lessons/bench.ts. */
  readonly options: BenchOptions[Id];
  /** What is to be done on the bench, in the order in which it is told; done is the step once all are met. */
  readonly goals: readonly StepGoal<FactsOfBench[Id]>[];
  readonly check?: Check;
  readonly prediction?: Prediction;
}

/** One step without its words: one bench, on which the student does what the step's text says. */
export type LessonStep = { [Id in BenchId]: StepOf<Id> }[BenchId];

/** A lesson without its words: they stand beside it, one file a language (lesson-words). */
export interface Lesson {
  readonly id: string;
  /** Place in the curriculum, from 1. */
  readonly number: number;
  /** Minutes that a class needs. */
  readonly minutes: readonly [least: number, most: number];
  readonly steps: readonly LessonStep[];
  readonly quiz: Quiz;
  /** The experiment that the digits bench opens with; null where the lesson trains no digits. */
  readonly experiment: Omit<Experiment, 'seed'> | null;
}
