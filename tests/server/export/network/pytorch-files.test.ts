import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { unpackExamples } from '@/engine/digits/pack-format';
import { Batches } from '@/engine/training/batches';
import { DATASETS } from '@/protocol/datasets';
import { networkFile } from '@/server/export/network/network-files';
import { readServed } from '@/tests/engine/digits/node-pictures';
import { HOSTILE_NAMES } from '@/tests/server/export/hostile-names';
import { idOf, madeSource, whole } from '@/tests/server/export/made-source';
import { madeTaken } from './made-taken';

/** The numbers of an array in NumPy's format, read as its documentation says. */
function readNpy(file: Uint8Array): { shape: number[]; values: Uint8Array } {
  expect(Buffer.from(file.subarray(0, 8)).toString('latin1')).toBe('\x93NUMPY\x01\x00');
  const length = file[8]! + 256 * file[9]!;
  expect((10 + length) % 64).toBe(0);
  const head = Buffer.from(file.subarray(10, 10 + length)).toString('latin1');
  const [, shape] = /^\{'descr': '\|u1', 'fortran_order': False, 'shape': \(([\d, ]+)\), \} *\n$/.exec(head)!;
  return { shape: shape!.split(',').filter(Boolean).map(Number), values: file.subarray(10 + length) };
}

test('what PyTorch trains once more with: the pictures in the order of the first epoch, settings, curve, weights', async () => {
  const points = await madeSource(['Mia']).pointsOf(idOf(100));
  const network = madeTaken({ experiment: { examples: 130, batchSize: 50, seed: 11 } });
  const { name, content } = networkFile(network, 'pytorch', 'ABCDEF', { points, first: null });
  expect(name).toBe('perceptroom-ABCDEF-00000000-pytorch.zip');
  const files = unzipSync(await whole(content));
  expect(Object.keys(files).sort()).toEqual([
    'LICENCE-pictures.txt',
    'README.md',
    'curve.csv',
    'experiment.json',
    'labels.npy',
    'model.safetensors',
    'network.py',
    'pictures.npy',
    'train_again.py',
  ]);
  const text = (file: string) => Buffer.from(files[file]!).toString('utf8');
  expect(JSON.parse(text('experiment.json'))).toEqual(network.run.experiment);
  expect(text('curve.csv').split('\r\n')).toHaveLength(1 + points.length + 1);
  expect(text('LICENCE-pictures.txt')).toContain('MNIST');

  const pictures = readNpy(files['pictures.npy']!);
  const labels = readNpy(files['labels.npy']!);
  expect([pictures.shape, labels.shape]).toEqual([[130, 28, 28], [130]]);
  const train = unpackExamples(await readServed('train-1.bin'), DATASETS.digits);
  const here = { train, available: train.count, until: async () => {} };
  const batches = new Batches(network.run.experiment, here);
  const second = batches.at(1);
  expect([...labels.values.subarray(50, 100)]).toEqual([...second.labels]);
  expect([...pictures.values.subarray(50 * 784, 51 * 784)]).toEqual([...second.pixels.subarray(0, 784)]);
});

test('a training that went on from another brings along with what it began; one whose beginning is lost is not done again', async () => {
  const network = madeTaken({ experiment: { examples: 10 } });
  const namesWith = async (training: Parameters<typeof networkFile>[3]) =>
    Object.keys(unzipSync(await whole(networkFile(network, 'pytorch', 'ABCDEF', training).content)));
  const begun = await namesWith({ points: [], first: network.weights });
  expect(begun).toEqual(expect.arrayContaining(['first.safetensors', 'train_again.py']));
  const lost = await namesWith(null);
  expect(lost.filter((name) => /first|again|curve/.test(name))).toEqual([]);
});

test('a student’s name is in no script', async () => {
  for (const student of HOSTILE_NAMES.slice(0, 3)) {
    const network = madeTaken({ student, experiment: { examples: 10 } });
    const files = unzipSync(await whole(networkFile(network, 'pytorch', 'ABCDEF', null).content));
    const plain = unzipSync(
      await whole(networkFile({ ...network, student: null }, 'pytorch', 'ABCDEF', null).content),
    );
    for (const file of Object.keys(files).filter((one) => one !== 'README.md'))
      expect(files[file], file).toEqual(plain[file]);
  }
});
