'use client';

import { useTranslations } from 'use-intl';
import { ClassMark } from '@/client/benches/playground/surface/legend';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { PlaygroundBegun } from '@/engine/playground/messages';

interface Props {
  /** What the last layer answers. */
  outputs: readonly number[];
  begun: PlaygroundBegun;
  classNames: readonly string[];
}

/** What the network says of the place: a share for each class, or the value. */
export function PointAnswer({ outputs, begun, classNames }: Props) {
  const t = useTranslations('playground.inside');
  const numbers = useNumbers();
  const { classes } = begun.points.train;
  if (classes === 0) {
    return (
      <p role="status" data-testid="point-answer" className="tabular text-sm">
        {t('value', { value: numbers.decimal(outputs[0] ?? null, 3) })}
      </p>
    );
  }
  const [first = 0] = outputs;
  // One output says how sure it is of the second class; what is left is the first one's.
  const shares = outputs.length === 1 ? [1 - first, first] : outputs;
  return (
    <ul aria-label={t('answer')} data-testid="point-answer" className="flex flex-col gap-0.5 text-sm">
      {shares.map((share, label) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the class.
        <li key={label} className="flex items-center gap-2">
          <ClassMark label={label} classes={classes} />
          <span className="min-w-0 flex-1 truncate">{classNames[label]}</span>
          <span className="tabular font-semibold">{numbers.percent(share, 1)}</span>
        </li>
      ))}
    </ul>
  );
}
