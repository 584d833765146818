'use client';

import { useEffect, useMemo, useRef } from 'react';
import { channels, tokenColour } from '@/client/charts/token-colour';
import { useThemeTick } from '@/client/charts/use-theme-tick';
import { LOSS_SHAPE, type LossTask } from '@/engine/challenges/loss-task';
import { DenseNetwork } from '@/engine/dense/dense-network';
import { PLANE } from '@/engine/points/point-set';

interface Props {
  task: LossTask;
  /** Null: nothing learnt or said yet, all paper. */
  weights: Float64Array | null;
  /** What it shows now, in words. */
  label: string;
}

/** Cells along each side. */
const CELLS = 44;
/** The canvas's own pixels; CSS makes it as large as there is room. */
const SIZE = 352;

/** What a network says of every place on the plane, orange for 0 and blue for 1, with the points that it is to learn. */
export function PlanePicture({ task, weights, label }: Props) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const theme = useThemeTick();
  const network = useMemo(() => new DenseNetwork(LOSS_SHAPE), []);
  const places = useMemo(() => gridPlaces(task.scale), [task.scale]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read while drawing.
  useEffect(() => {
    const canvas = canvasRef.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    if (weights === null) network.weights.fill(0);
    else network.weights.set(weights);
    const outputs = network.forwardRange(places, 0, CELLS * CELLS);
    const paper = channels(tokenColour(canvas, 'surface-raised'));
    const [zero, one] = [tokenColour(canvas, 'negative'), tokenColour(canvas, 'positive')];
    const [orange, blue] = [channels(zero), channels(one)];
    const image = new ImageData(CELLS, CELLS);
    for (let i = 0; i < CELLS * CELLS; i++) {
      const signed = 2 * outputs[i]! - 1;
      const colour = signed < 0 ? orange : blue;
      const share = 0.62 * Math.min(1, Math.abs(signed));
      for (let c = 0; c < 3; c++) image.data[i * 4 + c] = paper[c]! + (colour[c]! - paper[c]!) * share;
      image.data[i * 4 + 3] = 255;
    }
    const small = document.createElement('canvas');
    small.width = CELLS;
    small.height = CELLS;
    small.getContext('2d')?.putImageData(image, 0, 0);
    context.imageSmoothingEnabled = true;
    context.drawImage(small, 0, 0, SIZE, SIZE);
    drawPoints(context, task, zero, one, tokenColour(canvas, 'surface-raised'));
  }, [weights, task, theme, network, places]);
  return (
    <canvas
      ref={canvasRef}
      width={SIZE}
      height={SIZE}
      role="img"
      aria-label={label}
      className="block aspect-square w-full rounded-sm border border-line-strong"
    />
  );
}

/** Class 1 as a disc, class 0 as a diamond: not by colour alone. */
function drawPoints(
  context: CanvasRenderingContext2D,
  { points }: LossTask,
  zero: string,
  one: string,
  paper: string,
): void {
  const place = (value: number) => ((value + PLANE) / (2 * PLANE)) * SIZE;
  context.lineWidth = 2;
  context.strokeStyle = paper;
  for (let i = 0; i < points.xs.length; i++) {
    const [x, y] = [place(points.xs[i]!), SIZE - place(points.ys[i]!)];
    context.beginPath();
    if (points.labels[i] === 1) context.arc(x, y, 6, 0, 2 * Math.PI);
    else {
      context.moveTo(x, y - 7.5);
      context.lineTo(x + 7.5, y);
      context.lineTo(x, y + 7.5);
      context.lineTo(x - 7.5, y);
      context.closePath();
    }
    context.fillStyle = points.labels[i] === 1 ? one : zero;
    context.fill();
    context.stroke();
  }
}

/** The middle of every cell, row by row from the top, as the network is told it. */
function gridPlaces(scale: number): Float64Array {
  const places = new Float64Array(CELLS * CELLS * 2);
  const step = (2 * PLANE) / CELLS;
  for (let i = 0; i < CELLS * CELLS; i++) {
    places[2 * i] = (-PLANE + ((i % CELLS) + 0.5) * step) / scale;
    places[2 * i + 1] = (PLANE - (Math.floor(i / CELLS) + 0.5) * step) / scale;
  }
  return places;
}
