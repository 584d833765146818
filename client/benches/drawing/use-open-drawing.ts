'use client';

import { useMemo } from 'react';
import { listOf, made, number, or, type Shape, text } from '@/base/shape';
import { type OpenPlace, shownPiece, useOpenPiece } from '@/client/benches/frame/use-laid';
import { bytesToText, textToBytes } from '@/protocol/bytes-text';
import { MOST_LABELS, PAPER } from '@/protocol/datasets';

type Pixels = Uint8Array<ArrayBuffer>;

/** The pixels of a paper in base64; an empty text, like one that is no picture, is an empty paper. */
export const paperShape: Shape<Pixels | null> = made(text(2_000), (kept) => {
  const pixels = textToBytes(kept);
  return pixels?.length === PAPER.pixels ? pixels : null;
});
export const answersShape: Shape<number[] | null> = or(listOf(number(0, 1), 1, MOST_LABELS), null);

/**
 * Opens a paper to the class: the picture on it, which can be put there.
 * @param lay puts a picture on the paper; null clears it
 * @returns the picture to draw: another's where the place shows one
 */
export function useOpenDrawing(
  { open, shown }: OpenPlace,
  own: Pixels | null,
  lay: (pixels: Pixels | null) => void,
): Pixels | null {
  useOpenPiece(open, 'drawing', {
    read: () => (own ? bytesToText(own) : ''),
    put: (value) => {
      const wanted = paperShape(value);
      if (wanted === undefined) return false;
      lay(wanted);
      return true;
    },
  });
  const seen = useMemo(() => shownPiece(shown, 'drawing', paperShape) ?? null, [shown]);
  return shown ? seen : own;
}

/** Opens what a network takes a picture for. @returns the answers to draw: another's where the place shows one */
export function useOpenAnswers({ open, shown }: OpenPlace, own: number[] | null): number[] | null {
  useOpenPiece(open, 'answers', { read: () => own?.map((share) => Math.round(share * 1e4) / 1e4) ?? null });
  const seen = useMemo(() => shownPiece(shown, 'answers', answersShape) ?? null, [shown]);
  return shown ? seen : own;
}
