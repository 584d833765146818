import { isOwner } from '@/classroom/owners';
import { LIMITS } from '@/protocol/limits';
import type { RunTable } from '@/protocol/run-table';
import type { Mark } from '@/protocol/views';
import { readStore } from '@/server/store/page-store';

/** What pictures of a whole class are drawn from. */
export interface PicturedClass {
  classId: string;
  lessonId: string;
  /** When it began, else when it was made. */
  at: number;
  /** Students are told by their marks alone. */
  anonymised: boolean;
  students: { id: string; nickname: string; mark: Mark }[];
  runs: RunTable;
  /** At each step with guesses whose outcome is known: how many guessed what (row) and saw what (column). */
  guesses: { stepId: string; counts: number[][] }[];
}

/** One of this teacher's classes; null where there is none, or it is another teacher's. */
export async function readClassPictures(teacherId: string, classId: string): Promise<PicturedClass | null> {
  const store = await readStore();
  const state = await store.loadClass(classId);
  if (!state || !isOwner(state, teacherId)) return null;
  return {
    classId,
    lessonId: state.lessonId,
    at: state.startedAt ?? state.createdAt,
    anonymised: state.anonymised,
    students: Object.values(state.students).map(({ id, nickname, mark }) => ({ id, nickname, mark })),
    runs: await store.readRunTable(classId),
    guesses: guessCounts(Object.values(state.predictions)),
  };
}

function guessCounts(
  guesses: readonly { stepId: string; choice: number; outcome: number | null }[],
): PicturedClass['guesses'] {
  const steps = new Map<string, number[][]>();
  for (const { stepId, choice, outcome } of guesses) {
    if (outcome === null) continue;
    const none = () => new Array<number>(LIMITS.predictionChoices).fill(0);
    const counts = steps.get(stepId) ?? Array.from({ length: LIMITS.predictionChoices }, none);
    steps.set(stepId, counts);
    counts[choice]![outcome]! += 1;
  }
  return [...steps].map(([stepId, counts]) => ({ stepId, counts }));
}
