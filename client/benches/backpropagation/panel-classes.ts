/** Where fields are filled in: beside the picture, or on a phone at the foot of the window with the picture above it. */
export const PANEL =
  'sticky bottom-2 z-10 [@media(max-height:42rem)]:static flex min-w-0 flex-col gap-1.5 rounded-md border border-line-strong bg-surface-raised p-2 shadow-popup @min-[50rem]:static @min-[50rem]:border-0 @min-[50rem]:bg-transparent @min-[50rem]:p-0 @min-[50rem]:shadow-none';
