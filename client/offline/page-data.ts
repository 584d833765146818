import type { Architecture } from '@/protocol/experiment';

/** What a page that works offline brings along for its script, as JSON in the element `#network`. */
export interface NetworkPageData {
  language: string;
  architecture: Architecture;
  /** Names of the labels, in the order of the network's answers. */
  labels: readonly string[];
  /** All weights in storage order: float32, little endian, in base64. */
  weights: string;
  /** A picture of each label to try it on, row by row, 0 paper to 255 ink, in base64. */
  samples: readonly string[];
  words: {
    empty: string;
    /** With `{label}` and `{share}` in it. */
    answer: string;
  };
}
