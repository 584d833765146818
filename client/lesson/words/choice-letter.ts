/** A choice's letter: A, B, C … */
export const choiceLetter = (index: number) => String.fromCharCode(65 + index);
