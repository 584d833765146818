'use client';

import { useMemo } from 'react';
import { encode } from 'uqr';
import { useTranslations } from 'use-intl';
import { classNames } from './class-names';

export interface QrCodeProps {
  /** The address that it holds. */
  value: string;
  /** Class names; the size is given here (`size-48`). */
  className?: string;
}

/** An address for cameras. Always dark on white, in the dark theme too: many cameras read nothing else. */
export function QrCode({ value, className = 'size-48' }: QrCodeProps) {
  const t = useTranslations('common');
  const { size, path } = useMemo(() => draw(value), [value]);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t('qr', { address: value })}
      shapeRendering="crispEdges"
      className={classNames('rounded-sm', className)}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#10181d" />
    </svg>
  );
}

/** One path of unit squares, runs of a row joined; a quiet zone of 4 modules as the standard asks. */
function draw(value: string): { size: number; path: string } {
  const { data, size } = encode(value, { ecc: 'M', border: 4 });
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!data[y]?.[x]) continue;
      const start = x;
      while (data[y]?.[x + 1]) x += 1;
      path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
    }
  }
  return { size, path };
}
