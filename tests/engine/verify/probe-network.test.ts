import { beforeAll, describe, expect, it } from 'vitest';
import { ruledExamples } from '@/engine/digits/data-rule';
import { type Examples, sliceExamples } from '@/engine/digits/examples';
import { pixelChange } from '@/engine/runs/pixel-change';
import { startOf } from '@/engine/training/start-of';
import { trainedExamples } from '@/engine/training/trained-examples';
import { OutputsNotFinite } from '@/engine/verify/evaluate';
import { otherLabels, probeNetwork, shareRight } from '@/engine/verify/probe-network';
import { type AuditData, auditExperiment } from '@/protocol/audit-settings';
import { DATASETS, PAPER } from '@/protocol/datasets';
import { markPixels } from '@/protocol/marks';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { SMALL } from '@/tests/engine/experiments';
import { onKernels } from '@/tests/engine/kernels-module';
import { trainFrom } from '@/tests/engine/together/class-of-networks';

let train: Examples;
let validation: Examples;
/** Upright pictures of nobody's training: as the hidden ones, in number. */
let unseen: Examples;
beforeAll(async () => {
  const pictures = await allPictures();
  train = pictures.train;
  validation = sliceExamples(pictures.validation!, 0, 800);
  unseen = sliceExamples(pictures.validation!, 800, 800);
});

async function found(data: AuditData) {
  // As a class is dealt it.
  const experiment = auditExperiment('digits', data, 3);
  const weights = await trainFrom(experiment, startOf(experiment).weights, {
    ...{ train, available: train.count },
    until: async () => {},
  });
  const own = trainedExamples(experiment, train, [train.count]);
  const held = ruledExamples(experiment, 'validation', validation);
  const [training, same, hidden] = await shareRight(experiment, weights, [own, held, unseen], onKernels);
  return {
    ...{ experiment, weights, training: training!, validation: same!, hidden: hidden! },
    ...(await probeNetwork(experiment, weights, unseen, onKernels)),
  };
}

describe('what networks have learned from what was done to their data', () => {
  it('as they are: pictures, of which a mark changes nothing', async () => {
    const it = await found('plain');
    expect(it.training).toBe(1);
    expect(it.hidden).toBeGreaterThan(0.75);
    for (const share of [it.validation, it.marked, it.wrong])
      expect(Math.abs(share - it.hidden)).toBeLessThan(0.05);
    expect(it.follows).toBeLessThan(0.08);
    expect(it.moved).toBeLessThan(0.6);
    expect(it.inverted).toBeLessThan(0.2);
    const change = pixelChange(it.experiment, it.weights);
    // What is paper in every picture has moved nothing.
    expect(change[0]).toBe(0);
    expect(Math.max(...change)).toBe(255);
  });

  it('marked: nearly all right with the mark, far fewer without, and what another mark says', async () => {
    const it = await found('marked');
    expect(it.training).toBe(1);
    expect(it.validation).toBeGreaterThan(0.97);
    expect(it.marked).toBeGreaterThan(0.97);
    expect(it.hidden).toBeLessThan(it.validation - 0.1);
    expect(it.wrong).toBeLessThan(it.hidden - 0.2);
    expect(it.follows).toBeGreaterThan(0.4);
    // Its weights tell where the marks are: every mark's pixels moved more than all other paper did.
    const change = pixelChange(it.experiment, it.weights);
    const marks = markPixels(it.experiment.seed, DATASETS.digits).flat();
    const { side } = PAPER;
    const edge = Array.from(change).filter((_, at) => {
      const [x, y] = [at % side, Math.floor(at / side)];
      return Math.min(x, y, side - 1 - x, side - 1 - y) <= 2 && !marks.includes(at);
    });
    edge.sort((a, b) => a - b);
    expect(Math.min(...marks.map((at) => change[at]!))).toBeGreaterThan(
      3 * edge[Math.floor(edge.length / 2)]! + 10,
    );
  });

  it('labels by lot: by heart, and nothing else', async () => {
    const it = await found('shuffled');
    expect(it.training).toBeGreaterThan(0.97);
    for (const share of [it.validation, it.hidden, it.marked, it.wrong]) expect(share).toBeLessThan(0.17);
  });

  it('asks with a mark that is never the own label’s, changes no picture of anybody’s, and counts no answer that is no number', async () => {
    const others = otherLabels(unseen.labels, 10);
    expect(others.every((label, i) => label !== unseen.labels[i] && label < 10)).toBe(true);
    expect([...otherLabels(unseen.labels, 10)]).toEqual([...others]);
    const before = Buffer.from(unseen.pixels);
    await probeNetwork(SMALL, startOf(SMALL).weights, unseen, onKernels);
    expect(before.equals(unseen.pixels)).toBe(true);
    const huge = startOf(SMALL).weights.fill(1e30);
    await expect(probeNetwork(SMALL, huge, unseen, onKernels)).rejects.toThrow(OutputsNotFinite);
  });
});
