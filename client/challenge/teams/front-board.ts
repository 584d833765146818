import type { Board } from '@/protocol/views';

/** The board that stands in front: of the teams, where they rank. */
export function frontBoard<One extends Board | null>(board: One): One {
  if (!board?.teams) return board;
  const { teams, again: _ofStudents, ...rest } = board;
  return { ...rest, ...teams } as One;
}
