'use client';

import { useEffect, useRef } from 'react';
import type { Dataset } from '@/protocol/datasets';
import type { CurvePoint } from '@/protocol/telemetry';
import { shapeSparkline } from './sparkline-shape';
import { tokenColour } from './token-colour';
import { useThemeTick } from './use-theme-tick';

export interface LiveSparklineProps {
  /** Oldest first. A new array draws again; the same one does not. */
  curve: readonly CurvePoint[];
  /** That of the data set. */
  chance: Dataset['chance'];
  /** CSS pixels; they are reserved from the start. */
  width: number;
  height: number;
  /** What it shows now, in words: the canvas is a picture to a screen reader. */
  label: string;
}

const INSET = 4;

function trace(context: CanvasRenderingContext2D, vertices: readonly number[]) {
  context.beginPath();
  let down = false;
  for (let i = 0; i < vertices.length; i += 2) {
    const x = vertices[i]!;
    const y = vertices[i + 1]!;
    if (Number.isNaN(x)) down = false;
    else if (down) context.lineTo(x, y);
    else {
      context.moveTo(x, y);
      down = true;
    }
  }
  context.stroke();
}

/** Draws the curve once. Accuracy: blue, full; loss: orange, thinner and dashed, so that colour alone does not tell them apart. */
function draw(
  canvas: HTMLCanvasElement,
  { curve, chance, width, height }: Omit<LiveSparklineProps, 'label'>,
) {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  const pixelWidth = Math.round(width * ratio);
  const pixelHeight = Math.round(height * ratio);
  if (canvas.width !== pixelWidth || canvas.height !== pixelHeight) {
    canvas.width = pixelWidth;
    canvas.height = pixelHeight;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const shape = shapeSparkline(curve, width, height, INSET, chance);

  context.lineJoin = 'round';
  context.lineCap = 'butt';
  context.strokeStyle = tokenColour(canvas, 'line-strong');
  context.globalAlpha = 0.5;
  context.lineWidth = 1;
  context.setLineDash([1, 4]);
  context.beginPath();
  context.moveTo(INSET, shape.chanceY);
  context.lineTo(width - INSET, shape.chanceY);
  context.stroke();

  context.globalAlpha = 1;
  context.strokeStyle = tokenColour(canvas, 'negative');
  context.lineWidth = 1.25;
  context.setLineDash([4, 2.5]);
  trace(context, shape.loss);

  const accuracyColour = tokenColour(canvas, 'positive');
  context.strokeStyle = accuracyColour;
  context.lineWidth = 1.75;
  context.setLineDash([]);
  trace(context, shape.accuracy);
  if (shape.end) {
    context.fillStyle = accuracyColour;
    context.beginPath();
    context.arc(shape.end.x, shape.end.y, 2.75, 0, 2 * Math.PI);
    context.fill();
  }
}

/** A small live curve of loss and accuracy, cheap enough for dozens on one screen. */
export function LiveSparkline({ curve, chance, width, height, label }: LiveSparklineProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const theme = useThemeTick();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read while drawing.
  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas) draw(canvas, { curve, chance, width, height });
  }, [curve, chance, width, height, theme]);
  return <canvas ref={canvasRef} role="img" aria-label={label} style={{ width, height, display: 'block' }} />;
}
