'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { DigitsBenchId } from '@/lessons/bench';
import type { DatasetId } from '@/protocol/datasets';
import type { RunReadAnswer } from '@/protocol/events';
import type { StudentView } from '@/protocol/views';

/** Which pictures somebody alone has chosen for the challenge. */
export interface PicturesToChoose {
  chosen: DatasetId;
  choose(dataset: DatasetId): void;
  /** Just now, so that this page is a new one. */
  justChosen: boolean;
}

/** What a lesson makes of its challenge for somebody alone. */
export interface AloneChallengePlace {
  /** Minutes of the race against the clock; null: there is none. */
  minutes: number | null;
  /** Null: the lesson's own. */
  pictures: PicturesToChoose | null;
}

/** What the digits benches need beyond a BenchPlace: they are four parts around one trainer. */
export interface DigitsPlace {
  /** The part in front. */
  front: DigitsBenchId;
  onFront(bench: DigitsBenchId): void;
  /** The part at which the class is; null alone. */
  classAt: DigitsBenchId | null;
  /** The class, as this student may see it; null alone. */
  view: StudentView | null;
  /** The lesson's challenge, alone; left out in a class, and where no lesson asks for one. */
  alone?: AloneChallengePlace;
  /** Reads one of the student's earlier runs from the server; null alone. */
  readRun: ((runId: string) => Promise<RunReadAnswer>) | null;
  /** The hand is on the paper, or no more. */
  onDrawing(busy: boolean): void;
}

const Context = createContext<DigitsPlace | null>(null);

export function DigitsPlaceProvider({ place, children }: { place: DigitsPlace; children: ReactNode }) {
  return <Context value={place}>{children}</Context>;
}

export function useDigitsPlace(): DigitsPlace {
  const place = useContext(Context);
  if (!place) throw new Error('A digits bench needs a DigitsPlaceProvider around it');
  return place;
}
