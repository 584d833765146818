'use client';

import { withBreaks } from '@/client/i18n/phrases';

/** Of a text whose places to break are marked: nowhere else, unless a phrase alone is longer than its line. */
export const PHRASED = '[word-break:keep-all] [overflow-wrap:anywhere]';

/** A text whose lines break between its phrases, in every browser: titles and sentences, not names of controls. */
export function Phrased({ children }: { children: string }) {
  const broken = withBreaks(children);
  return <span className={broken.includes('\u200b') ? PHRASED : undefined}>{broken}</span>;
}
