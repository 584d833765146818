import { ACTIVITIES, type Activity } from '@/protocol/activity';
import type { StudentStanding } from './student-order';
import { NEEDS, type NeedKind } from './triage';

/** How many students there are, and of each state and need. */
export interface ClassTally {
  students: number;
  counts: Record<Activity, number>;
  needs: Record<NeedKind, number>;
}

export interface ClassSummary extends ClassTally {
  /** Students with a connection now. */
  connected: number;
  /** Mean of the students' latest accuracies; null while nobody has one. */
  meanAccuracy: number | null;
}

/** The class in a few figures. */
export function summariseClass(students: readonly StudentStanding[]): ClassSummary {
  const counts = Object.fromEntries(ACTIVITIES.map((activity) => [activity, 0])) as Record<Activity, number>;
  const needs = Object.fromEntries(NEEDS.map((need) => [need, 0])) as Record<NeedKind, number>;
  let sum = 0;
  let known = 0;
  for (const { activity, accuracy, need } of students) {
    counts[activity] += 1;
    needs[need.kind] += 1;
    if (accuracy === null) continue;
    sum += accuracy;
    known += 1;
  }
  return {
    students: students.length,
    connected: students.length - counts.disconnected,
    counts,
    needs,
    meanAccuracy: known === 0 ? null : sum / known,
  };
}
