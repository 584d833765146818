'use client';

import { RotateCcw, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import type { Elements } from '@/client/ui/elements';
import { IconButton } from '@/client/ui/icon-button';
import { OneStopGroup } from '@/client/ui/one-stop-group';

interface Props {
  /** What is asked for or chosen. */
  children: ReactNode;
  /** How far it is. */
  status?: Elements;
  onUndo(): void;
  canUndo: boolean;
  onReset(): void;
}

/** The row above a bench: the goal, how far it is, undo and reset; in the same place on every bench of these lessons. */
export function BenchHead({ children, status, onUndo, canUndo, onReset }: Props) {
  const t = useTranslations('perceptron');
  return (
    <div className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-80 flex-wrap items-end gap-x-4 gap-y-2">{children}</div>
      {status}
      <OneStopGroup className="flex items-center gap-1">
        <IconButton
          label={t('undo')}
          icon={<Undo2 aria-hidden="true" />}
          disabled={!canUndo}
          onClick={onUndo}
        />
        <Button size="sm" look="quiet" icon={<RotateCcw aria-hidden="true" />} onClick={onReset}>
          {t('reset')}
        </Button>
      </OneStopGroup>
    </div>
  );
}
