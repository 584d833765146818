import { topAnswer } from '@/client/charts/answer-bars';

/** A picture on the paper. */
export interface OnPaper {
  pixels: Uint8Array;
  /** Somebody has drawn on it: it was not only laid there. */
  drawn: boolean;
}

/** What a network says, and of which picture: an answer comes later than the line that it answers. */
export interface Answered {
  of: OnPaper;
  /** A probability for each label. */
  shares: number[];
}

/** The label that a network gives this very picture; null where its answer is of another, or there is none. */
export function answerToPicture(answered: Answered | null, picture: OnPaper | null): number | null {
  return answered !== null && answered.of === picture ? topAnswer(answered.shares) : null;
}

/** The label that a network gives a drawing; null where its answer is of a picture that was laid there, or there is none. */
export function answerToDrawing(answered: Answered | null): number | null {
  return answered?.of.drawn ? topAnswer(answered.shares) : null;
}
