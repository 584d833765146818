import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pickExamples } from '@/engine/digits/examples';
import { packExamples } from '@/engine/digits/pack-format';
import { CLOTHES } from '@/engine/pool/clothes-files';
import { createRandom, STREAMS } from '@/engine/random';
import { readIdx } from './idx';

/**
 * Makes public/data/clothes from Fashion-MNIST: `npx tsx scripts/pack-clothes.ts [FOLDER]`. Debian's package dataset-fashion-mnist
 * puts its files where this looks first.
 */
const SEED = 20_261_124;
const folder = process.argv[2] ?? '/usr/share/datasets/fashion-mnist';
const target = join(fileURLToPath(new URL('..', import.meta.url)), 'public/data/clothes');

/** So many pictures of each chosen class, drawn at random, under their new labels. */
function deal(name: 'train' | 't10k', perLabel: number, stream: number) {
  const all = readIdx(folder, name);
  const random = createRandom(SEED, STREAMS.packing, stream);
  const order = random.shuffle(Array.from({ length: all.count }, (_, i) => i));
  const chosen = CLOTHES.classes.flatMap((original, label) =>
    order
      .filter((index) => all.labels[index] === original)
      .slice(0, perLabel)
      .map((index) => ({ index, label })),
  );
  random.shuffle(chosen);
  const pictures = pickExamples(
    all,
    chosen.map(({ index }) => index),
  );
  return packExamples({ ...pictures, labels: Uint8Array.from(chosen, ({ label }) => label) }, CLOTHES);
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
