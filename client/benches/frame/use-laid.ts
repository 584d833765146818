'use client';

import { useEffect, useMemo, useRef } from 'react';
import type { Shape } from '@/base/shape';
import { readText } from '@/client/live/stored';
import type { Work } from '@/protocol/bench-work';
import type { BenchPlace } from './bench-place';
import type { OpenPiece } from './open-work';

/** Where a bench finds who looks at its work, or whose work it is that it shows. */
export type OpenPlace = Pick<BenchPlace, 'open' | 'shown'>;

/** Lays a piece of work open to the class for as long as the bench shows it. */
export function useOpenPiece(open: OpenPlace['open'], name: string, piece: OpenPiece): void {
  const newest = useRef(piece);
  newest.current = piece;
  const canPut = piece.put !== undefined;
  const keeps = piece.keep !== undefined;
  const brings = piece.bring !== undefined;
  useEffect(
    () =>
      open?.lay(name, {
        read: () => newest.current.read(),
        ...(canPut && { put: (value) => newest.current.put?.(value) ?? false }),
        ...(keeps && { keep: () => newest.current.keep?.() }),
        ...(brings && { bring: async () => (await newest.current.bring?.()) ?? null }),
      }),
    [open, name, canPut, keeps, brings],
  );
}

/** A piece of another's work, by its shape; undefined: it is not there, or is nothing. */
export function shownPiece<Value>(
  shown: readonly Work[] | undefined,
  name: string,
  shape: Shape<Value>,
): Value | undefined {
  const text = shown?.find((work) => work.name === name)?.text;
  return text === undefined ? undefined : shape(readText(text));
}

/**
 * Lays a piece of work open to the class around the bench; where the place shows another's work, that is what stands there instead.
 * @param keep takes a value that somebody has put there
 * @returns what the bench draws
 */
export function useLaid<Value>(
  { open, shown }: OpenPlace,
  name: string,
  value: Value,
  shape: Shape<Value>,
  keep: (value: Value) => void,
): Value {
  useOpenPiece(open, name, {
    read: () => value,
    put: (wanted) => {
      const read = shape(wanted);
      if (read === undefined) return false;
      keep(read);
      return true;
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a shape is made anew with each drawing.
  const seen = useMemo(() => shownPiece(shown, name, shape), [shown, name]);
  return seen ?? value;
}
