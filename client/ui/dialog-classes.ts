/** What lies behind an open dialog. */
export const DIALOG_BACKDROP =
  'fixed inset-0 z-40 bg-[rgb(12_20_17/0.55)] transition-opacity duration-200 data-starting-style:opacity-0 data-ending-style:opacity-0';

/** The sheet of a dialog; scrolls inside itself when the text is long. */
export const DIALOG_POPUP =
  'fixed inset-0 z-50 m-auto h-fit max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] overflow-y-auto rounded-lg border border-line bg-surface-raised p-5 text-ink shadow-popup transition-[opacity,scale] duration-200 ease-settle sm:p-6 data-starting-style:scale-97 data-starting-style:opacity-0 data-ending-style:scale-97 data-ending-style:opacity-0';
