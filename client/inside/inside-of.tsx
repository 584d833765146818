'use client';

import { lazy, Suspense } from 'react';
import { patiently } from '@/client/ui/patiently';
import type { InsideDialogProps } from './inside-dialog';

/** Fetched by those who look inside. */
const InsideDialog = lazy(patiently(() => import('./inside-dialog')));

interface Props extends Omit<InsideDialogProps, 'pixels'> {
  /** The picture to follow; null: nothing is open. */
  pixels: Uint8Array | null;
}

/** A network opened with a picture in it, while there is one. */
export function InsideOf({ pixels, ...rest }: Props) {
  if (pixels === null) return null;
  return (
    <Suspense fallback={null}>
      <InsideDialog {...rest} pixels={pixels} />
    </Suspense>
  );
}
