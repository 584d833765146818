'use client';

import { GLYPH_PATHS, wrapIndex } from '@/client/ui/glyphs';
import { runMark } from './run-mark-of';

/** A run's sign: its colour and glyph on a disc, where a student's stand on a square. Its name stands beside it. */
export function RunMark({ id, className = 'size-5' }: { id: string; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`shrink-0 ${className}`}>
      <RunSign id={id} size={24} />
    </svg>
  );
}

/** The same within a picture. @param size in the picture's units */
export function RunSign({ id, size }: { id: string; size: number }) {
  const { colour, glyph } = runMark(id);
  return (
    <g transform={`scale(${size / 24})`}>
      <circle cx="12" cy="12" r="12" fill={`var(--series-${colour + 1})`} />
      <path
        d={GLYPH_PATHS[wrapIndex(glyph, GLYPH_PATHS.length)]}
        fill="var(--on-series)"
        fillRule="evenodd"
      />
    </g>
  );
}
