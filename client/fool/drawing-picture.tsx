import { PictureCanvas } from '@/client/charts/picture-canvas';
import { classNames } from '@/client/ui/class-names';

interface Props {
  /** Undefined: it has not come yet. */
  pixels: Uint8Array | undefined;
  /** CSS pixels of a side. */
  size: number;
  /** What it shows; leave out where the words beside it say so. */
  label?: string;
  className?: string;
}

/** A drawing on its paper; an empty sheet of the same size until it has come. */
export function DrawingPicture({ pixels, size, label, className }: Props) {
  return (
    <span
      className={classNames('block shrink-0 overflow-hidden rounded-sm border border-line-strong', className)}
      style={{ width: size, height: size }}
    >
      {pixels ? (
        <PictureCanvas pixels={pixels} size={size} {...(label !== undefined && { label })} />
      ) : (
        <span className="block size-full bg-surface-sunken" />
      )}
    </span>
  );
}
