'use client';

import { useEffect, useRef } from 'react';
import { channels, tokenColour } from './token-colour';
import { useThemeTick } from './use-theme-tick';

export interface PictureCanvasProps {
  /** A square picture, 0 paper to 255 ink. */
  pixels: Uint8Array;
  /** CSS pixels of a side; whole multiples of the picture's side are crispest. */
  size: number;
  /** What it shows; leave out where the text beside it says so already. */
  label?: string;
  className?: string;
}

/** One picture: ink on paper, chalk on the board. */
export function PictureCanvas({ pixels, size, label, className }: PictureCanvasProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const side = Math.round(Math.sqrt(pixels.length));
  const theme = useThemeTick();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read while drawing.
  useEffect(() => {
    const canvas = canvasRef.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const paper = channels(tokenColour(canvas, 'surface-sunken'));
    const ink = channels(tokenColour(canvas, 'ink'));
    const image = context.createImageData(side, side);
    for (let i = 0; i < side * side; i++) {
      const share = (pixels[i] ?? 0) / 255;
      for (let c = 0; c < 3; c++) image.data[i * 4 + c] = paper[c]! + (ink[c]! - paper[c]!) * share;
      image.data[i * 4 + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [pixels, side, theme]);
  return (
    <canvas
      ref={canvasRef}
      width={side}
      height={side}
      className={className}
      style={{ width: size, height: size, imageRendering: 'pixelated' }}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
}
