import { describe, expect, it } from 'vitest';
import { PictureSource } from '@/client/benches/digits/pictures/picture-source';
import {
  FIRST_NETWORK,
  LEARNING_RATES,
  nearestIndex,
  smallerRate,
  withValue,
} from '@/client/benches/digits/training/setting-choices';
import {
  beginStroke,
  clearDrawing,
  EMPTY_DRAWING,
  extendStroke,
  isEmpty,
  layPicture,
  undoStroke,
} from '@/client/benches/drawing/drawing';
import { weightsFit } from '@/client/benches/run/run-gate';
import type { Samples } from '@/engine/worker/messages';
import { networkSchema } from '@/protocol/experiment';

describe('pages of pictures', () => {
  const asked: string[] = [];
  const load = async (part: 'train' | 'validation', start: number, count: number): Promise<Samples> => {
    asked.push(`${part} ${start}`);
    const given = Math.max(0, Math.min(count, 600 - start));
    return {
      part,
      start,
      count: given,
      pixels: Uint8Array.from({ length: given * 784 }, (_, i) => (start + Math.floor(i / 784)) % 256),
      labels: Uint8Array.from({ length: given }, (_, i) => (start + i) % 10),
    };
  };

  it('filter by label over as many chunks as it takes, and end where the pictures end', async () => {
    const source = new PictureSource(load);
    const first = await source.page('train', 3, 0, 40);
    expect(first.pictures.map((picture) => picture.index).slice(0, 3)).toEqual([3, 13, 23]);
    expect(first.pictures[1]!.pixels[0]).toBe(13);
    expect(first.more).toBe(true);
    const second = await source.page('train', 3, 1, 40);
    expect(second.pictures).toHaveLength(20);
    expect(second.more).toBe(false);
  });

  it('are fetched once, though two sides ask at the same time', async () => {
    asked.length = 0;
    const source = new PictureSource(load);
    const [a, b] = await Promise.all([source.page('train', null, 0, 36), source.page('train', null, 0, 36)]);
    expect(a.pictures.map((picture) => picture.index)).toEqual(b.pictures.map((picture) => picture.index));
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe('a drawing', () => {
  it('is undone stroke by stroke, a clearing too', () => {
    const one = extendStroke(beginStroke(EMPTY_DRAWING, 0.1, 0.2, false), 0.3, 0.4);
    const two = beginStroke(one, 0.5, 0.5, true);
    expect(two.strokes).toHaveLength(2);
    expect(undoStroke(two).strokes).toEqual(one.strokes);
    expect(isEmpty(clearDrawing(two))).toBe(true);
    expect(undoStroke(clearDrawing(two)).strokes).toEqual(two.strokes);
    expect(undoStroke(EMPTY_DRAWING)).toBe(EMPTY_DRAWING);
  });

  it('may begin from a ready picture', () => {
    const laid = layPicture(EMPTY_DRAWING, new Uint8Array(784));
    expect(isEmpty(laid)).toBe(false);
    expect(isEmpty(undoStroke(laid))).toBe(true);
  });
});

describe('choices of settings', () => {
  it('keep a value from elsewhere among them', () => {
    expect(withValue([1, 8, 16], 10)).toEqual([1, 8, 10, 16]);
    expect(withValue([1, 8], 8)).toEqual([1, 8]);
  });

  it('find the nearest learning rate by ratio, and a much smaller one after a divergence', () => {
    expect(LEARNING_RATES[nearestIndex(LEARNING_RATES, 0.05)]).toBe(0.03);
    expect([smallerRate(10), smallerRate(0.1), smallerRate(0.0001)]).toEqual([1, 0.01, 0.0001]);
  });

  it('start from networks that the protocol and the server take', () => {
    for (const network of Object.values(FIRST_NETWORK)) {
      expect(networkSchema.safeParse(network).success).toBe(true);
      expect(weightsFit({ dataset: 'digits', network })).toBe(true);
    }
  });
});
