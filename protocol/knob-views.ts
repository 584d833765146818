import type { DatasetId } from './datasets';
import type { Experiment } from './experiment';
import type { KnobSetting } from './knob-settings';

/** What the class expects of a value, in shares of right answers: the middle of all that was drawn, and the quarter below and above it. */
export interface KnobExpected {
  low: number;
  middle: number;
  high: number;
}

/** A round as everybody may see it: nobody is told apart. */
interface KnobRoundShown {
  values: readonly number[];
  /** What was measured on the public half of the hidden pictures, value by value, rising; shares of right answers. */
  results: readonly (readonly number[])[];
  /** Value by value; null while it is drawn, and where nobody has drawn anything. */
  expected: readonly KnobExpected[] | null;
}

/**
 * The line through all points of the first round, in logarithms of value and share wrong, and what it foretells of the next value: the share of
 * wrong answers, and between which shares 95 of 100 new results would lie if the line is right.
 */
export interface KnobLaw {
  /** By how much the logarithm of the error changes with the value's: −0.5 halves it for four times as much. */
  slope: number;
  /** The error at the value 1. */
  start: number;
  next: { value: number; error: number; low: number; high: number };
}

/** One that is on, or was shown last. */
export interface KnobNow {
  id: string;
  setting: KnobSetting;
  dataset: DatasetId;
  open: boolean;
  /** What the class does: it draws what it expects, or trains what was dealt. */
  stage: 'expecting' | 'training';
  /** Students who have drawn, in this round. */
  drawn: number;
  /** Students who have been dealt a value, and those of them whose network has been handed in. */
  dealt: number;
  handedIn: number;
  rounds: readonly KnobRoundShown[];
  law: KnobLaw | null;
}

/** As a student sees it. */
export interface OwnKnob extends KnobNow {
  /** What this student expects, in percent; null: nothing yet. */
  expected: readonly number[] | null;
  /** What this student trains; null: nothing was dealt. */
  own: { value: number; experiment: Experiment } | null;
  /** What came of it; null: it is not handed in. */
  accuracy: number | null;
  /** It was handed in before its training had come to its end, which is no point of the picture. */
  early: boolean;
}

/** A point of the picture, with the run behind it. */
export interface KnobPoint {
  round: number;
  value: number;
  accuracy: number;
  studentId: string;
  runId: string;
}

/** As the teacher does. */
export interface KnobDesk extends KnobNow {
  points: readonly KnobPoint[];
}

/** At a console: the one that is on, or was shown last. */
export interface KnobConsole {
  now: KnobDesk | null;
}

/** One that was dealt, as a teacher reads of it afterwards. */
export type DealtKnob = KnobDesk & { dealtAt: number };
