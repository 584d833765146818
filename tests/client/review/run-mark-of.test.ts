import { expect, test } from 'vitest';
import { runMark } from '@/client/review/run-mark-of';
import { freshId } from '@/people/credentials';
import { MARK_COLOURS, MARK_GLYPHS } from '@/protocol/views';

test('a run has its colour and glyph from its id alone, and runs have all of them', () => {
  const ids = Array.from({ length: 20 * MARK_COLOURS * MARK_GLYPHS }, freshId);
  const seen = new Set<string>();
  for (const id of ids) {
    const { colour, glyph } = runMark(id);
    // Whatever is compared beside it, and in whatever order.
    expect(runMark(id)).toEqual({ colour, glyph });
    expect(colour < MARK_COLOURS && glyph < MARK_GLYPHS).toBe(true);
    seen.add(`${colour} ${glyph}`);
  }
  // Of 96 signs one that 1,920 runs never have is once in five million.
  expect(seen.size).toBe(MARK_COLOURS * MARK_GLYPHS);
});
