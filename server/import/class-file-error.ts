import type { ClassFileKind } from '@/protocol/class-file';
import type { RefusalCode } from '@/protocol/refusals';

/** A file that is no whole class: why, and where in it that was seen. */
export class ClassFileError extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly line: number,
    readonly kind: ClassFileKind | null = null,
  ) {
    super(`${code} in line ${line}`);
  }
}
