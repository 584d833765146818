import type { Shown } from './challenge';
import type { FindingKind } from './finding';
import type { ClassGain } from './quiz';
import type { Mark } from './views';
import type { VoteQuestion, VoteResult } from './vote';

/** What a report says of a sitting: counts of students, never shares of a few. Times in milliseconds. */

/** How far a student came with a step: with all of it, with a part, went on without any, was there last, or was not. */
export type StepStanding = 'done' | 'part' | 'skipped' | 'there' | 'none';

export interface ReportStudent {
  id: string;
  nickname: string;
  mark: Mark;
  /** In the order of the class's steps. */
  steps: readonly { standing: StepStanding; time: number; hints: number }[];
  /** The best that was handed in, as the server checked it, else the best training that was not; null: nothing. */
  best: { shown: Shown; checked: boolean } | null;
  runs: number;
  trained: number;
  guesses: { made: number; right: number };
  /** Calls for help, and offers of it. */
  help: { asked: number; offered: number };
}

export interface ReportStep {
  stepId: string;
  /** Students who were there, and those of them who have all of it; null: the step has nothing that could be had. */
  reached: number;
  done: number | null;
  /** Median of those who were there; null: nobody was. */
  time: number | null;
}

/** What was answered to one question: a step's check (by the first answer) or its guess. */
export interface ReportQuestion {
  stepId: string;
  kind: 'check' | 'guess';
  /** How many chose each. */
  counts: readonly number[];
  /** The right choice; of a guess what came true most often, null: nothing has yet. */
  right: number | null;
  /** Who was wrong, by what they chose. */
  wrong: readonly { choice: number; studentIds: readonly string[] }[];
  /** Of those who were wrong, how many took the right one afterwards. */
  corrected: number;
}

/** What came of a question that was put to the vote. */
export interface ReportVote extends VoteResult {
  id: string;
  stepId: string;
  question: VoteQuestion;
}

export interface ReportHelp {
  /** Calls for help. */
  asked: number;
  /** Those for which a student came. */
  paired: number;
  /** Those that ended without one: taken back, or closed by the teacher. */
  ended: number;
  /** Those that were open to the end. */
  open: number;
  /** Median from asking to a partner, or to the end; null: nobody asked. */
  wait: number | null;
  /** Of the calls with a partner: those after which it stood better than before. */
  better: number;
}

/** One thing to do in the next lesson, from a rule over the data. `of`: students whom it could have been. */
export type Advice =
  | { kind: 'stuck'; stepId: string; studentIds: readonly string[]; of: number }
  | { kind: 'question'; question: ReportQuestion; choice: number; count: number; of: number }
  | { kind: 'finding'; finding: FindingKind; count: number; of: number }
  | { kind: 'never-trained'; studentIds: readonly string[]; of: number }
  | { kind: 'no-help'; studentIds: readonly string[] }
  | { kind: 'not-reached'; stepId: string };

export interface SittingReport {
  students: readonly ReportStudent[];
  steps: readonly ReportStep[];
  questions: readonly ReportQuestion[];
  /** In the order in which they were held; those in which nobody voted are left out. */
  votes: readonly ReportVote[];
  /** Between the questions before the lesson and those after it; null: it was asked none. */
  gain: ClassGain | null;
  help: ReportHelp;
  /** What the doctor found, and in whose trainings. */
  findings: readonly { kind: FindingKind; studentIds: readonly string[] }[];
  /** The most urgent first; empty: nothing stands out. */
  advice: readonly Advice[];
}

/** One lesson of a group. */
export interface GroupReportLesson {
  id: string;
  lessonId: string;
  /** The steps that were chosen; null: all of the lesson's. */
  steps: readonly string[] | null;
  /** When it began, else when it was made; milliseconds since 1970. */
  at: number;
  over: boolean;
  /** Students who came, of those who belonged to the group then. */
  come: number;
  of: number;
  /** Calls for help in it. */
  asked: number;
  gain: ClassGain | null;
  /** What stood out; the same pieces as in its own report. */
  advice: readonly Advice[];
}

export interface GroupReportStudent extends Pick<ReportStudent, 'id' | 'nickname' | 'mark'> {
  /** By lesson; null: was not there. */
  lessons: readonly (GroupMark | null)[];
}

/** What a student reached in a lesson: steps done of those that can be, and the best. */
export interface GroupMark extends Pick<ReportStudent, 'best' | 'runs' | 'guesses' | 'help'> {
  done: number;
  of: number;
}

export interface GroupReport {
  /** Oldest first. */
  lessons: readonly GroupReportLesson[];
  students: readonly GroupReportStudent[];
  /** Who was not in the last lesson, and who has missed half of three lessons or more. */
  missedLast: readonly string[];
  oftenAway: readonly string[];
}
