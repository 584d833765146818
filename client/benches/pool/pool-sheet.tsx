'use client';

import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { Elements } from '@/client/ui/elements';
import { Spinner } from '@/client/ui/spinner';

/** The sheet on which a pool bench lies; a spinner of its size while there is nothing to show. */
export function PoolSheet({
  label,
  held,
  ready,
  children,
}: {
  label: string;
  held: string | null;
  ready: boolean;
  children: Elements;
}) {
  const t = useTranslations('pool');
  return (
    <BenchFrame label={label} held={held}>
      {ready ? (
        children
      ) : (
        <div className="grid min-h-96 place-items-center">
          <Spinner label={t('loading')} className="size-8 text-ink-soft" />
        </div>
      )}
    </BenchFrame>
  );
}
