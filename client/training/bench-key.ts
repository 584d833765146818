/** The names under which a browser keeps the run of a bench, and what is set up there. */

/** @param keptUnder the class's (client/live/kept-under) */
export const benchKeyInClass = (keptUnder: string, studentId: string) => `${keptUnder}:${studentId}`;

/** Alone, with no class. */
export const benchKeyAlone = (lessonId: string) => `lesson:${lessonId}`;
