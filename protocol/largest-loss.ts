/** A loss beyond this has exploded (knowing nothing costs the logarithm of the number of labels): how far is nothing that a picture or a mean could use. */
export const LARGEST_LOSS = 1e6;
