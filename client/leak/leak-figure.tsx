import { useMemo } from 'react';
import { DrawingPicture } from '@/client/fool/drawing-picture';
import { broken } from '@/client/i18n/broken';
import { textToBytes } from '@/protocol/bytes-text';

interface Props {
  /** In base64, or as bytes; null: nothing was read. */
  pixels: string | Uint8Array | null;
  caption: string;
  /** CSS pixels of a side. */
  size?: number;
  className?: string;
  testId?: string;
}

/** A picture that was drawn or read, and what it is. */
export function LeakFigure({ pixels, caption, size = 112, className, testId }: Props) {
  const bytes = useMemo(
    () => (typeof pixels === 'string' ? (textToBytes(pixels) ?? undefined) : (pixels ?? undefined)),
    [pixels],
  );
  return (
    <figure className={className} data-testid={testId} style={{ width: size }}>
      <DrawingPicture pixels={bytes} size={size} label={caption} />
      <figcaption className="mt-1 leading-tight">{broken(caption)}</figcaption>
    </figure>
  );
}
