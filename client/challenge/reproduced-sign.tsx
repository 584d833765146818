'use client';

import { BadgeCheck, CircleDashed } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classNames } from '@/client/ui/class-names';
import type { BoardRow } from '@/protocol/views';

interface Props {
  reproduced: boolean;
  /** Default: as large as the text of a table. */
  size?: string;
}

/** Whether the server could train a network of the board again. */
export function ReproducedSign({ reproduced, size }: Props) {
  const t = useTranslations('challenge');
  const words = t(reproduced ? 'reproduced' : 'notReproducible');
  return (
    <span role="img" aria-label={words} title={words} className="inline-flex shrink-0">
      <Sign reproduced={reproduced} size={size} />
    </span>
  );
}

function Sign({ reproduced, size = 'size-4.5' }: { reproduced: boolean; size?: string | undefined }) {
  const Icon = reproduced ? BadgeCheck : CircleDashed;
  return (
    <Icon
      aria-hidden="true"
      className={classNames(size, 'shrink-0', reproduced ? 'text-ok' : 'text-ink-soft')}
    />
  );
}

export const isAnyTrainedAgain = (rows: readonly BoardRow[]): boolean =>
  rows.some(({ reproduced }) => reproduced !== undefined);

/** What the signs say, where no pointer asks them; nothing where no row has one. */
export function ReproducedNote({
  rows,
  size,
  className,
}: {
  rows: readonly BoardRow[];
  size?: string;
  className?: string;
}) {
  const t = useTranslations('challenge');
  if (!isAnyTrainedAgain(rows)) return null;
  const kinds = [true, false].filter((kind) => rows.some(({ reproduced }) => reproduced === kind));
  return (
    <p className={classNames('flex flex-wrap gap-x-4', className)}>
      {kinds.map((kind) => (
        <span key={String(kind)} className="inline-flex items-center gap-1.5">
          <Sign reproduced={kind} size={size} />
          <span>{t(kind ? 'reproduced' : 'notReproducible')}</span>
        </span>
      ))}
    </p>
  );
}
