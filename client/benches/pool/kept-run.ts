import {
  flag,
  goodOf,
  integer,
  listOf,
  made,
  nullOr,
  number,
  object,
  oneOf,
  or,
  type Shape,
  text,
} from '@/base/shape';
import { readStored, writeStored } from '@/client/live/stored';
import type { TextStorage } from '@/client/live/text-storage';
import type { DataChoice } from '@/engine/pool/pool-pictures';
import { textToFloats } from '@/protocol/bytes-text';
import { POOL_NETWORKS, type PoolNetwork } from '@/protocol/pool-rules';
import type { CurveAt, PastTry, SourceName } from './desk-now';

/** A network that was trained on a pool, as the browser keeps it over a reload. */
export interface KeptRun {
  /** Whose desk it stood on. */
  desk: string;
  source: SourceName;
  network: PoolNetwork;
  data: DataChoice;
  poolVersion: string;
  steps: number;
  /** Base64 of the weights. */
  weights: string;
  curve: readonly CurveAt[];
  past: readonly PastTry[];
  /** It was only held by the class: it goes on with it. */
  goesOn: boolean;
}

/** The same once it is read. */
export type LeftRun = Omit<KeptRun, 'weights'> & { weights: Float32Array<ArrayBuffer> };

/** One for the browser and each kind of pictures, so that classes that are over leave nothing behind. */
const keyOf = (source: SourceName) => `pool-run:${source}`;
/** The pictures that were chosen last. */
const CHOSEN = 'pool-pictures';
export const sourceShape: Shape<SourceName> = oneOf(['class', 'drawings', 'clothes']);

export function keepRun(storage: TextStorage, kept: KeptRun): void {
  writeStored(keyOf(kept.source), kept, storage);
}

export function forgetRun(storage: TextStorage, source: SourceName): void {
  storage.removeItem(keyOf(source));
}

/** What was kept of this desk on these pictures; null where there is nothing, or what an older version or somebody else has written. */
export function readKeptRun(storage: TextStorage, desk: string, source: SourceName): LeftRun | null {
  return readStored(keyOf(source), runShape(desk, source), storage);
}

export function keepChosen(storage: TextStorage, source: SourceName): void {
  writeStored(CHOSEN, source, storage);
}

export function readChosen(storage: TextStorage): SourceName | null {
  return readStored(CHOSEN, sourceShape, storage);
}

const count = integer(0);
const share = nullOr(number(0, 1));
export const networkShape = oneOf(POOL_NETWORKS);
export const dataShape: Shape<DataChoice> = object({
  mostPerLabel: nullOr(count),
  scarce: nullOr(object({ label: count, left: count })),
  wrongShare: number(0, 1),
});
export const curveAtShape: Shape<CurveAt> = object({
  step: count,
  accuracy: share,
  validationAccuracy: share,
});
export const pastTryShape: Shape<PastTry> = object({
  id: count,
  network: networkShape,
  data: dataShape,
  counts: listOf(count),
  accuracy: share,
  validationAccuracy: share,
  validated: or(count, 0),
});

/** A run of this desk on these pictures. */
export function runShape(desk: string, source: SourceName): Shape<LeftRun> {
  return object({
    desk: oneOf([desk]),
    source: oneOf([source]),
    network: networkShape,
    data: dataShape,
    poolVersion: text(),
    steps: integer(1),
    weights: made(text(), (kept) => {
      const weights = textToFloats(kept);
      return weights?.every(Number.isFinite) ? weights : undefined;
    }),
    curve: goodOf(curveAtShape),
    past: goodOf(pastTryShape),
    goesOn: or(flag, false),
  });
}
