'use client';

import { useMemo } from 'react';
import { SMALL_PICTURE_SIDE, unpackPicture } from '@/protocol/small-picture';

/** A drawing as one path: a square a dot of ink. */
function pathOf(packed: string): string {
  return unpackPicture(packed)
    .flatMap((ink, dot) =>
      ink ? `M${dot % SMALL_PICTURE_SIDE} ${Math.floor(dot / SMALL_PICTURE_SIDE)}h1v1h-1z` : [],
    )
    .join('');
}

/** Drawings as they stood on the wall, small; nobody can be told from them. */
export function WallDrawings({ drawings }: { drawings: readonly { pixels: string }[] }) {
  const paths = useMemo(() => drawings.map(({ pixels }) => pathOf(pixels)), [drawings]);
  return (
    <svg
      viewBox={`0 0 ${COLUMNS * APART} ${Math.max(1, Math.ceil(paths.length / COLUMNS)) * APART}`}
      aria-hidden="true"
      className="w-full fill-ink"
    >
      {paths.map((path, index) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: drawings only ever come behind those that are there.
          key={index}
          d={path}
          transform={`translate(${(index % COLUMNS) * APART} ${Math.floor(index / COLUMNS) * APART})`}
        />
      ))}
    </svg>
  );
}

const COLUMNS = 20;
const APART = 32;
