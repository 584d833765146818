import type { TextStorage } from '@/client/live/text-storage';
import type { DataChoice } from '@/engine/pool/pool-pictures';
import { textToFloats } from '@/protocol/bytes-text';
import { POOL_NETWORKS, type PoolNetwork } from '@/protocol/pool';
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
}

/** One for the browser, so that classes that are over leave nothing behind. */
const KEY = 'pool-run';

export function keepRun(storage: TextStorage, kept: KeptRun): void {
  storage.setItem(KEY, JSON.stringify(kept));
}

export function forgetRun(storage: TextStorage): void {
  storage.removeItem(KEY);
}

/** What was kept of this desk; null where there is nothing, or what an older version or somebody else has written. */
export function readKeptRun(
  storage: TextStorage,
  desk: string,
): (Omit<KeptRun, 'weights'> & { weights: Float32Array<ArrayBuffer> }) | null {
  const kept = parsed(storage.getItem(KEY));
  if (kept?.desk !== desk || !isSound(kept)) return null;
  const weights = textToFloats(kept.weights);
  return weights?.every(Number.isFinite) ? { ...kept, weights } : null;
}

function parsed(text: string | null): KeptRun | null {
  try {
    return text === null ? null : (JSON.parse(text) as KeptRun | null);
  } catch {
    return null;
  }
}

function isSound({ source, network, data, poolVersion, steps, weights, curve, past }: KeptRun): boolean {
  return (
    ['class', 'drawings', 'clothes'].includes(source) &&
    POOL_NETWORKS.includes(network) &&
    typeof data?.wrongShare === 'number' &&
    typeof poolVersion === 'string' &&
    Number.isInteger(steps) &&
    steps > 0 &&
    typeof weights === 'string' &&
    Array.isArray(curve) &&
    Array.isArray(past)
  );
}
