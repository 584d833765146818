import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { PIXELS } from '@/engine/digits/examples';
import { packExamples } from '@/engine/digits/pack-format';
import { CLOTHES } from '@/engine/pool/clothes-files';
import { createRandom, STREAMS } from '@/engine/random';

/**
 * Makes public/data/clothes from Fashion-MNIST: `npx tsx scripts/pack-clothes.ts [FOLDER]`. Debian's package dataset-fashion-mnist
 * puts its files where this looks first.
 */
const SEED = 20_261_124;
const folder = process.argv[2] ?? '/usr/share/datasets/fashion-mnist';
const target = join(fileURLToPath(new URL('..', import.meta.url)), 'public/data/clothes');

/** Reads one pair of IDX files, gzipped or not. */
function read(name: string): { count: number; pixels: Uint8Array; labels: Uint8Array } {
  const bytes = (kind: string) => {
    const file = readFileSync(join(folder, `${name}-${kind}.gz`));
    return gunzipSync(file);
  };
  const images = bytes('images-idx3-ubyte');
  const labels = bytes('labels-idx1-ubyte');
  if (images.readUInt32BE(0) !== 0x803 || labels.readUInt32BE(0) !== 0x801)
    throw new Error(`${name}: not a Fashion-MNIST file`);
  return { count: images.readUInt32BE(4), pixels: images.subarray(16), labels: labels.subarray(8) };
}

/** So many pictures of each chosen class, drawn at random, under their new labels. */
function deal(name: string, perLabel: number, stream: number) {
  const all = read(name);
  const random = createRandom(SEED, STREAMS.packing, stream);
  const order = random.shuffle(Array.from({ length: all.count }, (_, i) => i));
  const chosen = CLOTHES.classes.flatMap((original, label) =>
    order
      .filter((index) => all.labels[index] === original)
      .slice(0, perLabel)
      .map((index) => ({ index, label })),
  );
  random.shuffle(chosen);
  const pixels = new Uint8Array(chosen.length * PIXELS);
  chosen.forEach(({ index }, to) => {
    pixels.set(all.pixels.subarray(index * PIXELS, (index + 1) * PIXELS), to * PIXELS);
  });
  return packExamples({
    count: chosen.length,
    pixels,
    labels: Uint8Array.from(chosen, ({ label }) => label),
  });
}

mkdirSync(target, { recursive: true });
for (const [file, name, perLabel, stream] of [
  [CLOTHES.train, 'train', CLOTHES.trainPerLabel, 11],
  [CLOTHES.heldBack, 't10k', CLOTHES.heldBackPerLabel, 12],
] as const) {
  const packed = deal(name, perLabel, stream);
  writeFileSync(join(target, file), packed);
  console.log(`public/data/clothes/${file}: ${packed.length} bytes`);
}
writeFileSync(
  join(target, 'LICENCE'),
  `Fashion-MNIST
Copyright (c) 2017 Zalando SE, https://tech.zalando.com
Source: https://github.com/zalandoresearch/fashion-mnist
Citation: Han Xiao, Kashif Rasul, Roland Vollgraf, "Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning
Algorithms", arXiv:1708.07747 (2017)

Changes: ${CLOTHES.trainPerLabel} training and ${CLOTHES.heldBackPerLabel} test pictures of each of four of the ten classes, chosen at random, packed losslessly
by scripts/pack-clothes.ts.

The MIT License (MIT)

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS
BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF
OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`,
);
