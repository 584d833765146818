import { listOf, object, oneOf, type Shape, where } from '@/base/shape';
import { PROGRAM_BLOCKS, type ProgramBlock, type ProgramOrder } from '@/engine/dense/training-program';

/** What stands in the program from top to bottom: blocks, and the two ends of the loop. */
export type Token = ProgramBlock | 'repeat' | 'end';

/** A program as it is being assembled. */
export interface Program {
  tokens: readonly Token[];
  /** Blocks that are not used yet, in the order in which they lie there. */
  tray: readonly ProgramBlock[];
}

/** Everybody begins with an empty loop; the blocks lie in no telling order. */
export const EMPTY_PROGRAM: Program = {
  tokens: ['repeat', 'end'],
  tray: ['update', 'loss', 'feed', 'rule', 'gradient'],
};

export const RIGHT_PROGRAM: Program = {
  tokens: ['loss', 'rule', 'repeat', 'feed', 'gradient', 'update', 'end'],
  tray: [],
};

export function isBlock(token: Token): token is ProgramBlock {
  return token !== 'repeat' && token !== 'end';
}

/** The program without a block. */
function without(program: Program, block: ProgramBlock): Program {
  return {
    tokens: program.tokens.filter((token) => token !== block),
    tray: program.tray.filter((other) => other !== block),
  };
}

/**
 * Puts a block, wherever it is, into a gap of the program.
 * @param gap before the token with this index as the program now stands, 0 to the number of tokens
 */
export function placed(program: Program, block: ProgramBlock, gap: number): Program {
  const from = program.tokens.indexOf(block);
  const rest = without(program, block);
  const at = from >= 0 && from < gap ? gap - 1 : gap;
  return { ...rest, tokens: rest.tokens.toSpliced(at, 0, block) };
}

/** Whether putting a block into a gap would move it at all. */
export function moves(program: Program, block: ProgramBlock, gap: number): boolean {
  const from = program.tokens.indexOf(block);
  return from < 0 || (gap !== from && gap !== from + 1);
}

/** One place up or down, over an end of the loop too; the same program where there is none. */
export function nudged(program: Program, block: ProgramBlock, by: -1 | 1): Program {
  const from = program.tokens.indexOf(block);
  const to = from + by;
  if (from < 0 || to < 0 || to >= program.tokens.length) return program;
  return placed(program, block, by < 0 ? to : to + 1);
}

/** Back among the unused ones. */
export function putAway(program: Program, block: ProgramBlock): Program {
  if (program.tray.includes(block)) return program;
  const rest = without(program, block);
  return { ...rest, tray: [...rest.tray, block] };
}

/** Which blocks stand before, inside and after the loop. */
export function orderOf({ tokens }: Program): ProgramOrder {
  const repeat = tokens.indexOf('repeat');
  const end = tokens.indexOf('end');
  return {
    before: tokens.slice(0, repeat).filter(isBlock),
    loop: tokens.slice(repeat + 1, end).filter(isBlock),
    after: tokens.slice(end + 1).filter(isBlock),
  };
}

const TOKENS: readonly Token[] = [...PROGRAM_BLOCKS, 'repeat', 'end'];

/** A kept program: every block is there once, and the loop ends after it begins. */
export const programShape: Shape<Program> = where(
  object({ tokens: listOf(oneOf(TOKENS)), tray: listOf(oneOf(PROGRAM_BLOCKS)) }),
  ({ tokens, tray }) => {
    const all: readonly Token[] = [...tokens, ...tray];
    const each = all.length === TOKENS.length && TOKENS.every((token) => all.includes(token));
    return each && tokens.indexOf('repeat') <= tokens.indexOf('end');
  },
);
