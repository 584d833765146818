import type { PlaneFeature } from '@/engine/runs/points-network';
import { READ_SAFETENSORS } from '@/server/export/network/pytorch/read-safetensors';
import { type PointsLayer, pointsLayers, type TakenPoints } from './points-network';

/** Names of the files that the script reads beside it. */
export const POINTS_FILES = { weights: 'model.safetensors', points: 'points.csv' } as const;

const FEATURES: Readonly<Record<PlaneFeature, string>> = {
  x1: 'x1',
  x2: 'x2',
  'x1-squared': 'x1 * x1',
  'x2-squared': 'x2 * x2',
  'x1-x2': 'x1 * x2',
  'sin-x1': 'torch.sin(x1)',
  'sin-x2': 'torch.sin(x2)',
};

const ACTIVATIONS: Readonly<Record<PointsLayer['activation'], (sums: string) => string>> = {
  step: (sums) => `(${sums} >= 0).float()`,
  linear: (sums) => sums,
  sigmoid: (sums) => `torch.sigmoid(${sums})`,
  tanh: (sums) => `torch.tanh(${sums})`,
  relu: (sums) => `torch.relu(${sums})`,
  softmax: (sums) => `torch.softmax(${sums}, 1)`,
};

/** What it says of all points: how many classes are right, or how far the numbers lie apart. */
function judged(classes: number): string[] {
  if (classes === 0)
    return [
      'apart = float(((answers[:, 0] - wanted) ** 2).mean())',
      'print(f"Mean squared error on its {len(wanted)} points: {apart:.6f}")',
    ];
  return [
    classes === 2 ? 'given = (answers[:, 0] >= 0.5).float()' : 'given = answers.argmax(1).float()',
    'right = int((given == wanted).sum())',
    'print(f"Right on {right} of the {len(wanted)} points that it was trained on.")',
  ];
}

/** A network of the 2-D bench as a Python script: PyTorch's module, written out for this one, and what loads it. Of numbers and our own names alone. */
export function pointsScript(network: TakenPoints): string {
  const layers = pointsLayers(network);
  return `"""A network that was trained in Perceptroom. Needs NumPy and PyTorch: python3 network.py"""
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn

HERE = Path(__file__).resolve().parent


class Network(nn.Module):
    """Places [examples, 2] to answers [examples, ${layers.at(-1)!.units}]."""

    def __init__(self):
        super().__init__()
${indented(layers.map(({ name, inputs, units }) => `self.${name} = nn.Linear(${inputs}, ${units})`))}

    def features(self, points):
        """What it is told of a place."""
        x1, x2 = points[:, 0], points[:, 1]
        return torch.stack([${network.features.map((feature) => FEATURES[feature]).join(', ')}], 1)

    def forward(self, points):
        x = self.features(points)
${indented(layers.map(calculated))}
        return x


${READ_SAFETENSORS}


def load():
    """The network as it was kept."""
    network = Network()
    network.load_state_dict(read_safetensors(HERE / "${POINTS_FILES.weights}"))
    network.eval()
    return network


if __name__ == "__main__":
    rows = np.loadtxt(HERE / "${POINTS_FILES.points}", delimiter=",", skiprows=1, ndmin=2, encoding="utf-8-sig")
    points = torch.from_numpy(rows[:, :2]).float()
    wanted = torch.from_numpy(rows[:, 2]).float()
    with torch.no_grad():
        answers = load()(points)
${judged(network.run.experiment.classes)
  .map((line) => `    ${line}`)
  .join('\n')}
`;
}

const indented = (lines: readonly string[]) => lines.map((line) => `        ${line}`).join('\n');
const calculated = ({ name, activation }: PointsLayer) => `x = ${ACTIVATIONS[activation](`self.${name}(x)`)}`;
