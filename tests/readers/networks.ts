import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import papaparse from 'papaparse';
import { Training } from '@/engine/training/training';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import type { NetworkExportName } from '@/protocol/network-exports';
import { networkFile } from '@/server/export/network/network-files';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { CONVOLUTIONAL, SMALL } from '@/tests/engine/experiments';
import { collect, nodePlace } from '@/tests/engine/training/node-place';
import { whole } from '@/tests/server/export/made-source';
import { drawnPictures, engineLogits, farthest } from '@/tests/server/export/network/made-networks';
import { madeTaken } from '@/tests/server/export/network/made-taken';
import type { Checks } from './checks';

/** Each optimiser, each loss, each activation and both kinds of network at least once. */
const EXPERIMENTS: Readonly<Record<string, Experiment>> = {
  'no hidden layer, SGD': { ...SMALL, network: { kind: 'dense', hidden: [], activation: 'relu' } },
  'two hidden layers, momentum, squared error, L2': {
    ...SMALL,
    network: { kind: 'dense', hidden: [16, 12], activation: 'tanh' },
    optimizer: 'momentum',
    loss: 'squared-error',
    learningRate: 0.05,
    l2: 0.001,
    epochs: 3,
  },
  'convolutions on clothes, Adam': {
    ...CONVOLUTIONAL,
    dataset: 'fashion',
    optimizer: 'adam',
    learningRate: 0.002,
    examples: 1_300,
    batchSize: 64,
    epochs: 2,
  },
  'one convolution, sigmoid, Adam': {
    ...CONVOLUTIONAL,
    network: { kind: 'convolutional', filters: [5], kernel: 5, dense: 9, activation: 'sigmoid' },
    optimizer: 'adam',
    learningRate: 0.003,
  },
};
const PICTURES = 20;
const STEP_OF_CLOCK_MS = 10;
/** Logits of the same weights, in float32 on both sides. */
const CLOSE = 1e-4;
/** Losses of the same training: each step's rounding moves the next. */
const CURVE_CLOSE = 1e-4;

const LOGITS = `
import sys, json, numpy as np, torch
sys.path.insert(0, sys.argv[1])
import network
pictures = torch.from_numpy(np.fromfile(sys.argv[1] + "/given.f32", dtype="<f4")).reshape(-1, 1, 28, 28)
with torch.no_grad():
    logits = network.load()(pictures)
print(json.dumps({"version": torch.__version__, "logits": logits.flatten().tolist()}))
`;
const ONNX = `
import sys, onnx
model = onnx.load(sys.argv[1] + "/network.onnx")
onnx.checker.check_model(model, full_check=True)
print(onnx.__version__)
`;

/** Goes on by as much whenever it is read: how many points a curve has depends on no machine. */
function evenClock(): () => number {
  let now = 0;
  return () => {
    now += STEP_OF_CLOCK_MS;
    return now;
  };
}

/** Opens trained networks in PyTorch, trains them once more there, and has ONNX's own checker look at them. */
export async function readNetworks(folder: string, checks: Checks): Promise<void> {
  await startNodeBackend();
  for (const [name, experiment] of Object.entries(EXPERIMENTS)) {
    const training = new Training(
      experiment,
      await nodePlace({ pictures: await allPictures(experiment.dataset), now: evenClock() }),
    );
    const { points } = await collect(training);
    const { weights } = await training.between((network) => network.state());
    training.dispose();
    const network = { ...madeTaken({ experiment }), weights };
    const unpack = async (form: NetworkExportName) => {
      const own = path.join(folder, `${form}-${name.replaceAll(/\W+/g, '-')}`);
      mkdirSync(own);
      const files = unzipSync(
        await whole(networkFile(network, form, 'ABCDEF', { points, first: null }).content),
      );
      for (const [file, content] of Object.entries(files)) writeFileSync(path.join(own, file), content);
      return own;
    };
    const torch = await unpack('pytorch');
    const pictures = drawnPictures(experiment, PICTURES);
    writeFileSync(path.join(torch, 'given.f32'), new Uint8Array(pictures.buffer));
    const { version, logits } = JSON.parse(python('-c', LOGITS, torch)) as {
      version: string;
      logits: number[];
    };
    const apart = farthest(logits, await engineLogits(network, pictures));
    checks.check(`${name}: logits in PyTorch ${version}`, apart < CLOSE, apart);

    const { largest, rows } = trainAgain(torch);
    checks.check(
      `${name}: the curve of ${rows} points once more (${points.at(-1)!.step} steps)`,
      rows === points.length && rows >= 3 && largest < CURVE_CLOSE,
      largest,
    );
    writeFileSync(
      path.join(torch, 'experiment.json'),
      JSON.stringify({ ...experiment, seed: experiment.seed + 1 }),
    );
    const other = trainAgain(torch).largest;
    checks.check(`${name}: control, another seed gives another curve`, other > 10 * CURVE_CLOSE, other);

    const right = /Right on (\d+) of the (\d+)/.exec(python(path.join(torch, 'network.py')));
    checks.check(
      `${name}: network.py by itself`,
      Number(right?.[2]) === Math.min(experiment.examples, DATASETS[experiment.dataset].trainExamples),
      right?.[0],
    );
    const checker = onnxChecker(await unpack('onnx'));
    checks.check(`${name}: ONNX’s checker`, /^\d/.test(checker), checker);
  }
}

/** ONNX’s own checker. @returns its version, where it finds the network sound */
export const onnxChecker = (folder: string) => python('-c', ONNX, folder).trim();

function trainAgain(folder: string): { largest: number; rows: number } {
  python(path.join(folder, 'train_again.py'));
  const { data } = papaparse.parse<{ recorded: string; again: string }>(
    readFileSync(path.join(folder, 'curve_again.csv'), 'utf8'),
    { header: true, skipEmptyLines: true },
  );
  const apart = data.map(({ recorded, again }) => Math.abs(Number(recorded) - Number(again)));
  return { largest: Math.max(...apart), rows: data.length };
}

export const python = (...args: string[]) => execFileSync('/usr/bin/python3', args, { encoding: 'utf8' });
