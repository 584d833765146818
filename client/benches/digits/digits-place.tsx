'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { type BenchId, DIGITS_BENCHES, type DigitsBenchId, isDigitsBench } from '@/lessons/bench';
import type { DatasetId } from '@/protocol/datasets';
import type { RunReadAnswer } from '@/protocol/events';
import type { Experiment } from '@/protocol/experiment';
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
  /** The parts that are there: in a lesson those of its step. */
  parts: readonly DigitsBenchId[];
  /** The one in front. */
  front: DigitsBenchId;
  onFront(bench: DigitsBenchId): void;
  /** The part at which the class is; null alone. */
  classAt: DigitsBenchId | null;
  /** The class, as this student may see it; null alone. */
  view: StudentView | null;
  /** The server's clock now, milliseconds since 1970; left out alone. */
  serverNow?: () => number;
  /** The lesson's challenge, alone; left out in a class, and where no lesson asks for one. */
  alone?: AloneChallengePlace;
  /** The lesson's own training: what differs from it is in sight; null: it is not known. */
  usual: Omit<Experiment, 'seed'> | null;
  /** Reads one of the student's earlier runs from the server; null alone. */
  readRun: ((runId: string) => Promise<RunReadAnswer>) | null;
  /** It has the bar of its training with it: no page around it has one. */
  barred?: boolean;
  /** The hand is on the paper, or no more. */
  onDrawing(busy: boolean): void;
}

/**
 * The parts of a step's bench: its own, the training where networks compete, and those to which no step leads: whoever goes from step to
 * step has one way to do so.
 */
export function partsOf(bench: BenchId, steps: readonly { bench: BenchId }[]): readonly DigitsBenchId[] {
  const own = isDigitsBench(bench) ? bench : 'digits-training';
  const others = DIGITS_BENCHES.filter(
    (part) =>
      part !== own &&
      part !== 'digits-challenge' &&
      (!steps.some((step) => step.bench === part) ||
        (own === 'digits-challenge' && part === 'digits-training')),
  );
  return [own, ...others];
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
