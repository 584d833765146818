import { PAPER } from '@/protocol/datasets';

let drawn = 0;

/** A drawing like no other, 28 × 28: a bar whose place and ink are its number. Label 0 stands up, label 1 lies down. */
export function drawing(label: number): Uint8Array<ArrayBuffer> {
  drawn += 1;
  const pixels = new Uint8Array(PAPER.pixels);
  for (let along = 4; along < 24; along += 1) {
    const across = 6 + (drawn % 16);
    const at = label === 0 ? along * 28 + across : across * 28 + along;
    pixels[at] = 255;
    pixels[at + (label === 0 ? 1 : 28)] = 200 - (drawn % 150);
  }
  pixels[drawn % 28] = 1 + (drawn % 250);
  return pixels;
}
