import { MARK_COLOURS, MARK_GLYPHS, type Mark } from '@/protocol/views';

/** The colour and glyph of a run: drawn from its id, so that it has them wherever it is compared. */
export function runMark(runId: string): Mark {
  return {
    colour: Number.parseInt(runId.slice(0, 4), 16) % MARK_COLOURS,
    glyph: Number.parseInt(runId.slice(4, 8), 16) % MARK_GLYPHS,
  };
}
