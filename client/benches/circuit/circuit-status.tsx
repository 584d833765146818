'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Badge } from '@/client/ui/badge';
import type { CircuitState } from './circuit-state';

interface Props {
  state: CircuitState;
  /** Rows, or places of the square. */
  isBox: boolean;
  /** The fewest units that do it, where that is known. */
  fewest: number | null;
}

/** How far a circuit is, and with how many units. */
export function CircuitStatus({ state, isBox, fewest }: Props) {
  const t = useTranslations('circuit');
  const words = useTranslations('perceptron');
  const numbers = useNumbers();
  const { right, of, units, done } = state;
  return (
    <span
      data-testid="circuit-status"
      data-right={right ?? undefined}
      data-of={of}
      data-units={units}
      data-done={done}
      className="tabular inline-flex min-h-9 flex-wrap items-center gap-2"
    >
      {right !== null && (
        <Badge
          tone={done ? 'ok' : 'neutral'}
          icon={done ? <CircleCheck aria-hidden="true" /> : undefined}
          className="text-sm"
        >
          {isBox
            ? // Rounded down: 100 % is said of what is all right alone.
              t('places', { share: numbers.percent(Math.floor((right / of) * 1000) / 1000) })
            : words('rowsRight', { right, of })}
        </Badge>
      )}
      <Badge tone={done && units === fewest ? 'ok' : 'neutral'} className="text-sm">
        {fewest === null ? t('units', { units }) : t('fewest', { units, fewest })}
      </Badge>
    </span>
  );
}
