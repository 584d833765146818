/** The buttons that run something, in a row; on a phone they share its width, so that none stands alone in a second row, unless letters are very large. */
export const BAR_ROW = 'flex flex-wrap items-center gap-2 max-sm:w-full max-sm:items-stretch max-sm:gap-1.5';

/** One of them: on a phone its sign stands above its word. */
export const BAR_BUTTON =
  'max-sm:flex-1 max-sm:flex-col max-sm:gap-0.5 max-sm:px-1 max-sm:text-xs max-sm:whitespace-nowrap';
