import { EXPERIMENT, point } from '@/people/sample-run';
import type { Point, RunAttach } from '@/protocol/run';

/** The loss of a run at a step follows from both, so that nobody else's points pass for it. */
function lossAt(runId: string, step: number): number {
  const salt = Number.parseInt(runId.slice(0, 6), 16);
  return ((salt + step * 7_919) % 1_000) / 1_000;
}

export function pointOf(runId: string, step: number): Point {
  return point(step, { loss: lossAt(runId, step) });
}

export function isPointOf(runId: string, { step, loss }: Pick<Point, 'step' | 'loss'>): boolean {
  return loss === lossAt(runId, step);
}

export function newRun(runId: string): RunAttach {
  return { runId, experiment: EXPERIMENT, backend: 'wasm', startedAt: Date.now() };
}
