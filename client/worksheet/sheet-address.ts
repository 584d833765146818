/** Which sheet, and whether its answers stand on it: all that a worksheet's address says. */
export interface SheetChoice {
  seed: number;
  answers: boolean;
}

/** Numbers of sheets are short enough to be read out. */
const MOST_SEED = 9_999;

/** Reads an address's choice; what makes no sense is the first sheet, without answers. */
export function readSheetChoice(given: Readonly<Record<string, string | string[] | undefined>>): SheetChoice {
  const seed = Number(given.sheet);
  const known = Number.isInteger(seed) && seed >= 1 && seed <= MOST_SEED;
  return { seed: known ? seed : 1, answers: given.answers === 'on' };
}

/** The address of a lesson's sheet. */
export function sheetPath(lessonId: string, { seed, answers }: SheetChoice): string {
  return `/learn/${lessonId}/worksheet?sheet=${seed}${answers ? '&answers=on' : ''}`;
}

/** The next sheet: other numbers. After the last comes the first. */
export const nextSheet = ({ seed, answers }: SheetChoice): SheetChoice => ({
  seed: (seed % MOST_SEED) + 1,
  answers,
});
