import { DATASETS } from '@/protocol/datasets';
import type { Activation } from '@/protocol/experiment-choices';
import { type NamedLayer, namedLayers, type Weighed } from '@/server/export/network/named-layers';
import { READ_SAFETENSORS } from './read-safetensors';

/** Names of the files that the scripts read beside them. */
export const SCRIPT_FILES = {
  weights: 'model.safetensors',
  /** The weights with which a training began that went on from another. */
  first: 'first.safetensors',
  pictures: 'pictures.npy',
  labels: 'labels.npy',
} as const;

const ACTIVATIONS: Readonly<Record<Activation, string>> = {
  relu: 'torch.relu',
  tanh: 'torch.tanh',
  sigmoid: 'torch.sigmoid',
};

/** A network as a Python script: PyTorch's module, written out for this one, and what loads it. Of numbers and our own names alone. */
export function networkScript(network: Weighed): string {
  const { side, labels } = DATASETS[network.architecture.dataset];
  const layers = namedLayers(network);
  return `"""A network that was trained in Perceptroom. Needs NumPy and PyTorch: python3 network.py"""
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

HERE = Path(__file__).resolve().parent


class Network(nn.Module):
    """Pictures [examples, 1, ${side}, ${side}], 0 paper to 1 ink, to logits [examples, ${labels.length}]."""

    def __init__(self):
        super().__init__()
${indented(layers.map(madeLayer))}

    def forward(self, pictures):
        x = pictures
${indented(calculated(layers))}
        return x


${READ_SAFETENSORS}


def load():
    """The network as it was handed in."""
    network = Network()
    network.load_state_dict(read_safetensors(HERE / "${SCRIPT_FILES.weights}"))
    network.eval()
    return network


def read_pictures():
    """The pictures that it was trained on, in the order of its first epoch, and their labels."""
    pictures = torch.from_numpy(np.load(HERE / "${SCRIPT_FILES.pictures}")).float() / 255
    labels = torch.from_numpy(np.load(HERE / "${SCRIPT_FILES.labels}")).long()
    return pictures.unsqueeze(1), labels


if __name__ == "__main__":
    pictures, labels = read_pictures()
    with torch.no_grad():
        answers = load()(pictures).argmax(1)
    right = int((answers == labels).sum())
    print(f"Right on {right} of the {len(labels)} pictures that it was trained on.")
`;
}

const indented = (lines: readonly string[]) => lines.map((line) => `        ${line}`).join('\n');

function madeLayer({ name, kind, shape, inputs, units }: NamedLayer): string {
  if (kind === 'dense') return `self.${name} = nn.Linear(${inputs}, ${units})`;
  const [kernel, , channels] = shape as [number, number, number];
  return `self.${name} = nn.Conv2d(${channels}, ${units}, kernel_size=${kernel}, padding=${(kernel - 1) / 2})`;
}

function calculated(layers: readonly NamedLayer[]): string[] {
  return layers.flatMap(({ name, kind, activation }, index) => {
    const sums = `self.${name}(x)`;
    const answers = activation === null ? sums : `${ACTIVATIONS[activation]}(${sums})`;
    if (kind === 'convolution') return [`x = F.max_pool2d(${answers}, 2)`];
    const isFirst = index === 0 || layers[index - 1]!.kind === 'convolution';
    return [...(isFirst ? ['x = torch.flatten(x, 1)'] : []), `x = ${answers}`];
  });
}
