'use client';

import { useEffect, useMemo, useRef } from 'react';
import { channels, tokenColour } from '@/client/charts/token-colour';
import { useThemeTick } from '@/client/charts/use-theme-tick';
import type { DenseNetwork } from '@/engine/dense/dense-network';
import { PLANE, type PointSet } from '@/engine/points/point-set';

interface Props {
  /** A network of its own, which drawing may use as it likes. */
  network: DenseNetwork;
  points: PointSet;
  /** Numbers of the points in the batch at hand: they stand out. */
  batch: readonly number[];
  label: string;
}

/** CSS pixels of a side. */
const SIDE = 168;
/** Cells of the surface along a side. */
const CELLS = 56;

/** What the network says of every place, behind the points: orange 0, blue 1. */
export function SurfaceCanvas({ network, points, batch, label }: Props) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const theme = useThemeTick();
  const places = useMemo(() => {
    const inputs = new Float64Array(CELLS * CELLS * 2);
    for (let i = 0; i < CELLS * CELLS; i++) {
      inputs[2 * i] = 2 * (((i % CELLS) + 0.5) / CELLS) * 2 - 2;
      inputs[2 * i + 1] = 2 - 4 * ((Math.floor(i / CELLS) + 0.5) / CELLS);
    }
    return inputs;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read while drawing.
  useEffect(() => {
    const canvas = canvasRef.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const scale = Math.min(3, window.devicePixelRatio || 1);
    canvas.width = SIDE * scale;
    canvas.height = SIDE * scale;
    const colour = (name: string) => channels(tokenColour(canvas, name));
    const [paper, high, low] = [colour('surface-raised'), colour('positive'), colour('negative')];
    const outputs = network.forwardRange(places, 0, CELLS * CELLS);
    const image = new ImageData(CELLS, CELLS);
    for (let i = 0; i < CELLS * CELLS; i++) {
      const y = outputs[i]!;
      const side = y >= 0.5 ? high : low;
      const share = Math.min(1, Math.abs(y - 0.5) * 2) * 0.55;
      for (let c = 0; c < 3; c++) image.data[4 * i + c] = paper[c]! + (side[c]! - paper[c]!) * share;
      image.data[4 * i + 3] = 255;
    }
    const cells = new OffscreenCanvas(CELLS, CELLS);
    cells.getContext('2d')!.putImageData(image, 0, 0);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.imageSmoothingEnabled = true;
    context.drawImage(cells, 0, 0, SIDE, SIDE);
    const inBatch = new Set(batch);
    const ink = tokenColour(canvas, 'ink');
    points.xs.forEach((x, i) => {
      const one = points.labels[i] === 1;
      context.beginPath();
      context.arc(
        ((x + PLANE) / (2 * PLANE)) * SIDE,
        ((PLANE - points.ys[i]!) / (2 * PLANE)) * SIDE,
        3,
        0,
        7,
      );
      // Discs and rings: told apart without colour too.
      context.fillStyle = one ? tokenColour(canvas, 'positive') : tokenColour(canvas, 'surface-raised');
      context.fill();
      context.lineWidth = inBatch.has(i) ? 2.5 : 1.25;
      context.strokeStyle = inBatch.has(i)
        ? ink
        : one
          ? tokenColour(canvas, 'surface-raised')
          : tokenColour(canvas, 'negative');
      context.stroke();
    });
  }, [network, points, batch, places, theme]);
  return (
    <canvas
      ref={canvasRef}
      role="img"
      aria-label={label}
      className="shrink-0 rounded-sm border border-line-strong"
      style={{ width: SIDE, height: SIDE }}
    />
  );
}
