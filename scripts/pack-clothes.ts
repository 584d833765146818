import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pickExamples } from '@/engine/digits/examples';
import { packExamples } from '@/engine/digits/pack-format';
import { CLOTHES } from '@/engine/pool/clothes-files';
import { createRandom, STREAMS } from '@/engine/random';
import { FASHION_FOLDER } from './dataset-sources';
import { readIdx } from './idx';
import { mitLicence } from './mit-licence';

/**
 * Makes public/data/clothes from Fashion-MNIST: `npx tsx scripts/pack-clothes.ts [FOLDER]`. Debian's package dataset-fashion-mnist
 * puts its files where this looks first.
 */
const SEED = 20_261_124;
const folder = process.argv[2] ?? FASHION_FOLDER;
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
Source: https://github.com/zalandoresearch/fashion-mnist
Citation: Han Xiao, Kashif Rasul, Roland Vollgraf, "Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning
Algorithms", arXiv:1708.07747 (2017)

Changes: ${CLOTHES.trainPerLabel} training and ${CLOTHES.heldBackPerLabel} test pictures of each of four of the ten classes, chosen at random, packed losslessly
by scripts/pack-clothes.ts.

${mitLicence('2017 Zalando SE, https://tech.zalando.com')}
`,
);
