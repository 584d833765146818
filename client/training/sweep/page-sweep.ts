import type { BesideBench } from '@/client/training/beside-bench';
import { TrainerClient } from '@/engine/worker/trainer-client';
import { Sweep } from './sweep';

const sweeps = new WeakMap<BesideBench, Sweep>();

/** The sweep of a page's training: the same one whoever asks, so that it goes on while another part of the bench is in front. It ends with the training. */
export function sweepBeside(ground: BesideBench): Sweep {
  const known = sweeps.get(ground);
  if (known) return known;
  const sweep = new Sweep({
    ground,
    device: {
      cores: navigator.hardwareConcurrency || 1,
      touched: matchMedia('(pointer: coarse)').matches,
    },
    makeTrainer: () => new TrainerClient(),
  });
  sweeps.set(ground, sweep);
  return sweep;
}
