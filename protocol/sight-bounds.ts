/** What of a bench's work may travel at once: as many pieces, and as long, as the largest bench needs (a 2-D set-up with its weights). */
export const WORK = { pieces: 8, nameLetters: 32, characters: 8_000, charactersTogether: 14_000 } as const;

/** How much looking over shoulders there may be. */
export const SIGHT = {
  /** Sights that a student may send a second, and at once. */
  perSecond: 2.5,
  burst: 6,
  /** Students that one teacher's page may look at, and that are looked at in a class. */
  watchedByOne: 4,
  watched: 24,
} as const;

/** Pieces of work in which students type what they like (lesson 8's formulas, what the columns of an own table are called): a teacher sees them, a projector never. */
const TYPED: readonly string[] = ['fill', 'gradients', 'own-names'];

/** Pieces of work that say what a person has done, or what their device is: nobody is handed another's. */
export const RECORDS: readonly string[] = ['device', 'circuits-handed-in', 'found', 'mistakes'];

/** A sight as everybody may see it. */
export function withoutTyped<Piece extends { name: string }, Shown extends { works: Piece[] }>(
  shown: Shown,
): Shown {
  return { ...shown, works: shown.works.filter(({ name }) => !TYPED.includes(name)) };
}
