import type { BenchId } from '@/lessons/bench';
import { BENCHES } from '@/lessons/benches';
import type { ChallengeProgress } from '@/protocol/challenge';
import type { DoneCount, DoneKind } from '@/protocol/done';
import type { ClassDevices } from '@/protocol/measurement';

/** One thing that a class may have at its step: as its pages say, or as the server knows. */
export interface DoneLine {
  id: DoneKind | 'answered' | 'finished' | 'submitted' | 'measured';
  complete: number;
  begun: number;
}

/** What only the bench itself measures. */
const BENCH_KINDS: readonly DoneKind[] = ['rows', 'points', 'fields', 'mistakes', 'goal', 'run'];

/** What the server itself knows of the class's step. */
export interface KnownOfStep {
  bench: BenchId | undefined;
  progress: ChallengeProgress | null;
  /** Students on the board. */
  onBoard: number;
  devices: ClassDevices | null;
}

/** How far the class is with its step: what the server knows (it checks answers and weights itself), and what pages say of their benches. */
export function doneLines(
  counts: readonly DoneCount[],
  { bench, progress, onBoard, devices }: KnownOfStep,
): DoneLine[] {
  // Where a step's goals are counted, what its bench measures is behind them.
  const behind = counts.some(({ what }) => what === 'goals') ? BENCH_KINDS : [];
  const pages = counts
    .filter(({ what }) => !behind.includes(what))
    .map(({ what, complete, begun }): DoneLine => ({ id: what, complete, begun }));
  if (bench === undefined) return pages;
  const known: DoneLine[] = [];
  const line = (id: DoneLine['id'], complete: number) => known.push({ id, complete, begun: 0 });
  if (BENCHES[bench].challenge !== null && progress) {
    line('answered', progress.answered);
    line('finished', progress.finished);
  }
  if (bench === 'digits-challenge') line('submitted', onBoard);
  if ((bench === 'compute-measure' || bench === 'compute-class') && devices) line('measured', devices.total);
  return [...known, ...pages];
}
