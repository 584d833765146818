'use client';

import { Dices } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { BenchModel } from '@/client/benches/playground/model/bench-model';
import { IconButton } from '@/client/ui/icon-button';

interface Props {
  model: BenchModel;
  seed: number;
  held: boolean;
  /** Name and number side by side, as wide as there is room. */
  wide?: boolean;
}

/** The seed of points and first weights, and a die for another. */
export function SeedField({ model, seed, held, wide = false }: Props) {
  const t = useTranslations('playground');
  return (
    <span className={wide ? 'flex items-center gap-2' : 'inline-flex flex-col gap-0.5'}>
      <span className={wide ? 'flex-1 font-semibold' : 'text-xs font-semibold text-ink-soft'}>
        {t('data.seed')}
      </span>
      <span className="flex items-center gap-1.5">
        <span className={`tabular min-w-[5ch] text-sm ${wide ? 'text-right' : ''}`} data-testid="seed">
          {seed}
        </span>
        <IconButton
          label={t('data.newSeed')}
          icon={<Dices aria-hidden="true" />}
          size="sm"
          look="secondary"
          disabled={held}
          onClick={() => model.change({ seed: 1 + Math.floor(Math.random() * 99_999) })}
        />
      </span>
    </span>
  );
}
