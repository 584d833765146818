import type { StudentCondition } from '@/protocol/condition';
import type { StudentTelemetry } from '@/protocol/telemetry';

/** What is known of where a student is. */
export interface WhereFacts {
  live: Pick<StudentTelemetry, 'activity'> | undefined;
  condition: Pick<StudentCondition, 'step'> | undefined;
}

/** The step at which a student is: its own, or the class's. */
export function stepOf({ condition }: Pick<WhereFacts, 'condition'>, classStep: number): number {
  return condition?.step ?? classStep;
}

/** How many of those who are here are at each step. @param count how many steps the class has */
export function stepCounts(students: readonly WhereFacts[], classStep: number, count: number): number[] {
  const counts = new Array<number>(count).fill(0);
  for (const student of students) {
    if ((student.live?.activity ?? 'disconnected') === 'disconnected') continue;
    const at = stepOf(student, classStep);
    if (at < count) counts[at]! += 1;
  }
  return counts;
}
