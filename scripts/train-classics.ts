/**
 * Trains the classic networks on the whole of MNIST with the product's engine and prints their test errors beside the
 * published ones (docs/classic-networks.md): `npx tsx scripts/train-classics.ts [ID …]`. About ten minutes.
 */
import { cpus, loadavg } from 'node:os';
import { CLASSIC_NETWORKS } from '@/engine/reference/classic-networks';
import { trainOnAll } from '@/engine/reference/train-on-all';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { countWeights } from '@/protocol/weight-shapes';
import { SOURCES } from './dataset-sources';
import { readIdx } from './idx';

const { digits } = SOURCES;
const folder = digits.folder();
if (!folder) {
  console.error(`${digits.from} is not installed: ${digits.install}`);
  process.exit(1);
}
const wanted = process.argv.slice(2);
const unknown = wanted.filter((id) => CLASSIC_NETWORKS.every((classic) => classic.id !== id));
if (unknown.length > 0) {
  console.error(
    `Unknown: ${unknown.join(', ')}. There are ${CLASSIC_NETWORKS.map(({ id }) => id).join(', ')}`,
  );
  process.exit(1);
}

const train = readIdx(folder, 'train');
const test = readIdx(folder, 't10k');
const backend = await startNodeBackend();
console.log(
  `${train.count} training pictures, ${test.count} test pictures; tfjs on ${backend}, Node ${process.version}`,
);
console.log(`${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]!.toFixed(1)}\n`);

for (const classic of CLASSIC_NETWORKS) {
  if (wanted.length > 0 && !wanted.includes(classic.id)) continue;
  const begun = performance.now();
  const training = trainOnAll(classic, train, test);
  let next = await training.next();
  while (!next.done) {
    const { epoch, loss } = next.value;
    console.error(`  ${classic.id}: epoch ${epoch}${loss === null ? '' : `, loss ${loss.toFixed(4)}`}`);
    next = await training.next();
  }
  const percent = (next.value / test.count) * 100;
  const seconds = (performance.now() - begun) / 1_000;
  console.log(
    `${classic.name}: ${next.value} of ${test.count} wrong, ${percent.toFixed(2)} % ` +
      `(published: ${classic.published.errorPercent} %, ${classic.published.name}); ` +
      `${countWeights(classic.experiment).toLocaleString('en')} weights, ` +
      `${classic.experiment.epochs} epochs, ${seconds.toFixed(0)} s`,
  );
}
