import { Arena } from '@/engine/kernels/arena';
import { instantiate, type Kernels } from '@/engine/kernels/kernels';
import { KERNELS } from '@/tests/engine/kernels-module';

/** What nothing should write over: a number that no calculation here gives. */
const GUARD = 12_345.5;
const AROUND = 8;

/** Blocks of numbers in a fresh memory, each between guards. */
export class Workbench {
  readonly kernels: Kernels = instantiate(KERNELS);
  private readonly arena = new Arena(this.kernels.memory);
  private readonly blocks: { at: number; count: number }[] = [];

  /** Asks for room for so many numbers. */
  room(count: number): number {
    const at = this.arena.numbers(count + 2 * AROUND) + 4 * AROUND;
    this.blocks.push({ at, count });
    return at;
  }

  /** After this the rooms can be used. */
  open(): void {
    this.arena.reserve();
    for (const { at, count } of this.blocks)
      for (const guard of [at - 4 * AROUND, at + 4 * count]) this.numbers(guard, AROUND).fill(GUARD);
  }

  numbers(at: number, count: number): Float32Array {
    return this.arena.floatsAt(at, count);
  }

  bytes(at: number, count: number): Uint8Array {
    return this.arena.bytesAt(at, count);
  }

  /** Whether nothing was written around any room. */
  get tidy(): boolean {
    return this.blocks.every(({ at, count }) =>
      [at - 4 * AROUND, at + 4 * count].every((guard) =>
        this.numbers(guard, AROUND).every((value) => value === GUARD),
      ),
    );
  }
}

/** Rounded up to multiples of four. */
export const padded = (count: number) => Math.ceil(count / 4) * 4;
