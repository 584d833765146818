import { type CheckAnswers, type DoneItem, doneItems, hintsRead, type StepDone } from '@/protocol/done';
import type { FindingKind } from '@/protocol/finding';

/** How far a student came with a step: a small sum of what the student's page said. Times in milliseconds since 1970. Immutable. */
export interface StepRecord {
  studentId: string;
  stepId: string;
  firstAt: number;
  lastAt: number;
  /** Milliseconds at the step with the page in front. */
  time: number;
  /** The most of each measure that was ever said. */
  items: readonly DoneItem[];
  /**
   * When all goals of the step were met; null: they never were. Of pages without goals: when all measures were complete, where a right
   * answer to the check is not asked for, since its explanation is.
   */
  doneAt: number | null;
  /** Hints that were read, all its goals together. */
  hints: number;
  /** To the step's check; null: none was given. */
  answers: CheckAnswers | null;
  /** All that the doctor ever found there. */
  findings: readonly FindingKind[];
}

/** A student is at a step for the first time. */
export function newStepRecord(studentId: string, stepId: string, at: number): StepRecord {
  return {
    ...{ studentId, stepId, firstAt: at, lastAt: at, time: 0 },
    ...{ items: [], doneAt: null, hints: 0, answers: null, findings: [] },
  };
}

/** A page says how far its student is. The very record where it says nothing new. */
export function withReport(
  record: StepRecord,
  { done, findings }: { done: StepDone | undefined; findings: readonly FindingKind[] },
  at: number,
): StepRecord {
  const said = done?.stepId === record.stepId ? done : null;
  const items = said ? most(record.items, doneItems(said)) : record.items;
  const answers = said?.answers
    ? { first: record.answers?.first ?? said.answers.first, last: said.answers.last }
    : record.answers;
  const next = {
    ...record,
    items,
    answers,
    hints: Math.max(record.hints, said ? hintsRead(said) : 0),
    doneAt: record.doneAt ?? (isComplete(items) ? at : null),
    findings: [...new Set([...record.findings, ...findings])],
  };
  return JSON.stringify(next) === JSON.stringify(record) ? record : { ...next, lastAt: at };
}

/** So much time more was spent at it. */
export function withTime(record: StepRecord, from: number, to: number): StepRecord {
  return to <= from ? record : { ...record, time: record.time + (to - from), lastAt: to };
}

/** Of each measure the greater; a page that was loaded anew begins at none. A bench with another measure now counts by that one. */
function most(before: readonly DoneItem[], next: readonly DoneItem[]): DoneItem[] {
  return next.map((item) => {
    const was = before.find(({ what, of }) => what === item.what && of === item.of);
    return was && was.reached > item.reached ? was : item;
  });
}

function isComplete(items: readonly DoneItem[]): boolean {
  const goals = items.filter(({ what }) => what === 'goals');
  const asked = goals.length > 0 ? goals : items.filter(({ what }) => what !== 'check-right');
  return asked.length > 0 && asked.every(({ reached, of }) => reached === of);
}
