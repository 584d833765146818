import { oneOf, type Shape } from '@/base/shape';
import type { TeacherView } from '@/protocol/views';

/** How the console shows its students: a card each, or all in one picture. */
const STUDENTS_LOOKS = ['cards', 'curves', 'map'] as const;
export type StudentsLook = (typeof STUDENTS_LOOKS)[number];

export const studentsLookShape: Shape<StudentsLook> = oneOf(STUDENTS_LOOKS);

const CARDS: readonly StudentsLook[] = ['cards'];
const CARDS_AND_MAP: readonly StudentsLook[] = ['cards', 'map'];

/** Those that a class can have: curves need a training, a map anything that is measured. */
export function studentsLooksOf({ class: facts, progress }: TeacherView): readonly StudentsLook[] {
  if (facts.dataset !== null) return STUDENTS_LOOKS;
  return progress === null ? CARDS : CARDS_AND_MAP;
}
