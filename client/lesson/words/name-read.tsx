'use client';

import { type Readings, withReadings } from '@/lessons/readings';
import { readMarkup } from './markup';
import { SaidPiece } from './said-piece';

const NO_ENDS: ReadonlySet<number> = new Set();

/** A term's name with the readings of its hard words. */
export function NameRead({ name, readings }: { name: string; readings: Readings }) {
  const [piece] = readMarkup(withReadings(name, readings));
  return piece && <SaidPiece piece={piece} plain={piece.text} from={0} ends={NO_ENDS} />;
}
