/** Pictures with their labels. */
export interface Examples {
  count: number;
  /** One picture after another, row by row, 0 paper to 255 ink. */
  pixels: Uint8Array;
  /** One a picture: the number of its label. */
  labels: Uint8Array;
}

/** Numbers of one picture; 0 where there are none. */
function pictureSize({ pixels, labels }: Examples): number {
  return labels.length === 0 ? 0 : pixels.length / labels.length;
}

/** The `count` pictures from `start` on; shares the memory. */
export function sliceExamples(examples: Examples, start: number, count: number): Examples {
  const size = pictureSize(examples);
  const from = Math.min(Math.max(0, start), examples.count);
  const to = Math.min(from + Math.max(0, count), examples.count);
  return {
    count: to - from,
    pixels: examples.pixels.subarray(from * size, to * size),
    labels: examples.labels.subarray(from, to),
  };
}

/** All of them, one set after the other, copied. */
export function joinExamples(sets: readonly Examples[]): Examples {
  return {
    count: sets.reduce((sum, { count }) => sum + count, 0),
    pixels: concatenated(sets.map(({ pixels }) => pixels)),
    labels: concatenated(sets.map(({ labels }) => labels)),
  };
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The pictures with these numbers, copied. */
export function pickExamples(all: Examples, indices: ArrayLike<number>): Examples {
  const size = pictureSize(all);
  const pixels = new Uint8Array(indices.length * size);
  const labels = new Uint8Array(indices.length);
  for (let to = 0; to < indices.length; to++) {
    const from = indices[to]!;
    pixels.set(all.pixels.subarray(from * size, (from + 1) * size), to * size);
    labels[to] = all.labels[from]!;
  }
  return { count: indices.length, pixels, labels };
}
