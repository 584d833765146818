import {
  type ComparedBackend,
  type DeviceSpeedUps,
  MEASURED_TASKS,
  type MeasuredTask,
} from '@/protocol/measurement';

/** The figure that is often quoted. */
export const QUOTED = 30;

/** What a device's figures say of one task, in a form that words can be made of. */
export interface DeviceVerdict {
  /**
   * `no-card`: none was measured. `software`: what was measured in its place is a program on the processor. `never`: it lost at every size. `from`: it wins from a size on. `always`: at every size.
   * `mixed`: it wins at some, but not at the largest.
   */
  kind: 'no-card' | 'software' | 'never' | 'from' | 'always' | 'mixed';
  /** The graphics card at its best; null without one. */
  best: { backend: ComparedBackend; size: number; times: number } | null;
  /** The smallest size from which on it wins. */
  from: number | null;
  /** The graphics card at the smallest size that was measured: how badly it loses there. */
  smallest: { size: number; times: number } | null;
  /** WebAssembly at its best. */
  wasm: number | null;
}

/** What is to be said of a device and a task. */
export function verdictOf({ software, tasks }: DeviceSpeedUps, task: MeasuredTask): DeviceVerdict {
  const { sizes } = MEASURED_TASKS[task];
  const wasm = bestOf(tasks[task].wasm ?? [])?.times ?? null;
  const nothing = { best: null, from: null, smallest: null, wasm };
  const measured = sizes.flatMap((size, i) => {
    // At each size the faster of the two ways to the same card.
    const ways = (['webgl', 'webgpu'] as const).flatMap((backend) => {
      const times = tasks[task][backend]?.[i];
      return times == null ? [] : [{ backend, size, times }];
    });
    const faster = ways.sort((a, b) => b.times - a.times)[0];
    return faster ? [faster] : [];
  });
  const first = measured[0];
  if (first === undefined) return { kind: 'no-card', ...nothing };
  const best = measured.reduce((most, one) => (one.times > most.times ? one : most));
  const lastLoss = measured.findLastIndex(({ times }) => times < 1);
  const from = measured[lastLoss + 1]?.size ?? null;
  const wins = from !== null ? (lastLoss === -1 ? 'always' : 'from') : 'mixed';
  return {
    kind: software ? 'software' : best.times < 1 ? 'never' : wins,
    best,
    from,
    smallest: { size: first.size, times: first.times },
    wasm,
  };
}

function bestOf(speedUps: readonly (number | null)[]): { times: number } | null {
  const measured = speedUps.filter((times) => times !== null);
  return measured.length === 0 ? null : { times: Math.max(...measured) };
}

/** The lower ends of the prediction's choices after the first, which is "no faster". */
const PREDICTED_FROM = [1, 3, 10, 30, 100] as const;

/**
 * Which of the prediction's choices came true: how often as fast as plain JavaScript the card was at its best. Null where
 * no card was measured: that is no card that is no faster.
 */
export function outcomeOf({ kind, best }: Pick<DeviceVerdict, 'kind' | 'best'>): number | null {
  if (kind === 'software' || best === null) return null;
  return PREDICTED_FROM.filter((from) => best.times > from).length;
}
