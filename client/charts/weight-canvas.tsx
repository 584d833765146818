'use client';

import { useEffect, useRef } from 'react';
import { channels, tokenColour } from './token-colour';
import { useThemeTick } from './use-theme-tick';

export interface WeightCanvasProps {
  /** side × side signed values, row by row. */
  values: Float32Array;
  side: number;
  /** The value that gets the full colour, common to all pictures beside each other. */
  largest: number;
  size: number;
  label: string;
}

/** Weights as a picture: orange negative, blue positive, paper zero. */
export function WeightCanvas({ values, side, largest, size, label }: WeightCanvasProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const theme = useThemeTick();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read while drawing.
  useEffect(() => {
    const canvas = canvasRef.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const zero = channels(tokenColour(canvas, 'surface-raised'));
    const positive = channels(tokenColour(canvas, 'positive'));
    const negative = channels(tokenColour(canvas, 'negative'));
    const image = context.createImageData(side, side);
    for (let i = 0; i < side * side; i++) {
      const value = values[i] ?? 0;
      // Square root: most weights are small, and their pattern is what there is to see.
      const share = largest > 0 ? Math.sqrt(Math.min(1, Math.abs(value) / largest)) : 0;
      const colour = value < 0 ? negative : positive;
      for (let c = 0; c < 3; c++) image.data[i * 4 + c] = zero[c]! + (colour[c]! - zero[c]!) * share;
      image.data[i * 4 + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [values, side, largest, theme]);
  return (
    <canvas
      ref={canvasRef}
      width={side}
      height={side}
      role="img"
      aria-label={label}
      className="rounded-sm border border-line"
      style={{ width: size, height: size, imageRendering: 'pixelated' }}
    />
  );
}
