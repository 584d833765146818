import { LIMITS } from '@/protocol/limits';

/** How many students somebody asked for; ends the program with one line where that is no number of students. */
export function countStudents(option: string, given: string): number {
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1 && count <= LIMITS.studentsPerClass) return count;
  console.error(`${option} takes a whole number from 1 to ${LIMITS.studentsPerClass}.`);
  process.exit(1);
}
