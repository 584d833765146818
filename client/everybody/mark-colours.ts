'use client';

import { type RefObject, useRef } from 'react';
import { tokenColour } from '@/client/charts/token-colour';
import { useThemeTick } from '@/client/charts/use-theme-tick';
import { wrapIndex } from '@/client/ui/glyphs';
import { MARK_COLOURS } from '@/protocol/views';

/** What canvases of the class are painted with, in the theme that they stand in. */
export interface MarkColours {
  /** Of a mark's colour. */
  of(colour: number): string;
  onMark: string;
  ink: string;
}

/** Reads the theme's colours when it changes, not with each drawing: asking for a style has the page laid out. */
export function useMarkColours(element: RefObject<HTMLElement | null>): () => MarkColours | null {
  const theme = useThemeTick();
  const known = useRef<{ theme: number; colours: MarkColours } | null>(null);
  return () => {
    if (element.current === null) return null;
    if (known.current?.theme !== theme) known.current = { theme, colours: readColours(element.current) };
    return known.current.colours;
  };
}

function readColours(element: HTMLElement): MarkColours {
  const series = Array.from({ length: MARK_COLOURS }, (_, index) =>
    tokenColour(element, `series-${index + 1}`),
  );
  return {
    of: (colour) => series[wrapIndex(colour, MARK_COLOURS)]!,
    onMark: tokenColour(element, 'on-series'),
    ink: tokenColour(element, 'ink'),
  };
}
