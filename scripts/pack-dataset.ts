import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packExamples } from '@/engine/digits/pack-format';
import { DATASET_IDS, DATASETS } from '@/protocol/datasets';
import { datasetParts } from './dataset-parts';
import { SOURCES } from './dataset-sources';

/**
 * Makes a data set's files under public/data and server/verify/data, and their licences: `npx tsx scripts/pack-dataset.ts ID`.
 * The sizes that it prints belong into protocol/datasets.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const id = DATASET_IDS.find((one) => one === process.argv[2]);
if (!id) {
  console.error(`Which data set? ${DATASET_IDS.join(', ')}`);
  process.exit(1);
}
const dataset = DATASETS[id];
const source = SOURCES[id];
const folder = source.folder();
if (!folder) {
  console.error(`${source.from} is not installed: ${source.install}`);
  process.exit(1);
}

const served = `public/data/${id}`;
const kept = 'server/verify/data';
for (const name of [served, kept]) mkdirSync(join(root, name), { recursive: true });

const write = (name: string, content: Uint8Array | string) => {
  writeFileSync(join(root, name), content);
  console.log(`${name}: ${content.length} bytes`);
};
const { title, credit, name, url } = dataset.licence;
const licence = (changes: string) => `${title}
Credit: ${credit}
Licence: ${name} (${url})

Changes: ${changes}
Made by scripts/pack-dataset.ts from ${source.from}.

${source.notice}
`;
const thousands = (count: number) => count.toLocaleString('en');

const parts = datasetParts(dataset, folder, source.servedElsewhere());
let block = 0;
for (const { file, part } of dataset.files) {
  const examples = part === 'train' ? parts.train[block++]! : parts.validation;
  write(`${served}/${file}`, packExamples(examples, dataset));
}
write(`${served}/${dataset.check.file}`, packExamples(parts.check, dataset));
write(`${kept}/${dataset.hidden.file}`, packExamples(parts.hidden, dataset));
write(`${kept}/${dataset.hidden.reserve.file}`, packExamples(parts.reserve, dataset));
const servedCount = dataset.trainExamples + dataset.validationExamples + dataset.check.count;
write(
  `${served}/LICENCE`,
  licence(
    `${thousands(servedCount)} of the training pictures, chosen at random, equally many of each label, packed losslessly; the ${thousands(dataset.check.count)} of ${dataset.check.file} each turned and moved a little.`,
  ),
);
write(
  `${kept}/${dataset.hidden.file.replace(/\.bin$/, '.LICENCE')}`,
  licence(
    `${thousands(parts.hidden.count)} of the test pictures, chosen at random, each turned and moved a little, packed losslessly; ${thousands(parts.reserve.count)} others of them (${dataset.hidden.reserve.file}) as they are.`,
  ),
);
