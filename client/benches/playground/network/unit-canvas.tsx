'use client';

import { memo, type Ref } from 'react';

interface Props {
  ref: Ref<HTMLCanvasElement>;
  cells: number;
}

/** The sheet of a small picture; whoever holds the ref paints it. */
export const UnitCanvas = memo(function UnitCanvas({ ref, cells }: Props) {
  return (
    <canvas
      ref={ref}
      width={cells}
      height={cells}
      className="pointer-events-none absolute inset-0 size-full rounded-[inherit]"
    />
  );
});
