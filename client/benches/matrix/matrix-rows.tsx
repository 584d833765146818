'use client';

import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import { Stat } from '@/client/ui/stat';
import { CLASS_PRODUCT } from '@/protocol/product-size';
import { RowsPicture } from './rows-picture';
import { type ProductTrouble, useProduct } from './use-product';

const NOBODYS = new Array(CLASS_PRODUCT.blocks).fill('nobody');

/** Lesson 10: one large product by this device alone, then by the whole class, each device some rows; alone by all workers of the device. */
export default function MatrixRows({ place }: BenchProps<'matrix-rows'>) {
  const t = useTranslations('matrix.rows');
  const numbers = useNumbers();
  const refusalText = useRefusalText();
  const { times, going, standing, trouble, start } = useProduct(place);
  const inClass = place.product !== undefined;
  useFacts<'matrix-rows'>(place, { alone: times.aloneMs !== null, together: times.togetherMs !== null });

  const owners = standing?.owners ?? NOBODYS;
  const count = (owner: string) => owners.filter((one) => one === owner).length;
  const [own, other] = [count('own'), count('other')];
  const troubleText = (problem: NonNullable<ProductTrouble>) =>
    problem === 'worker' || problem === 'left-over' ? t(`trouble.${problem}`) : refusalText(problem);
  const faster =
    times.aloneMs !== null && times.togetherMs !== null && times.togetherMs > 0
      ? times.aloneMs / times.togetherMs
      : null;
  const status =
    going === 'idle'
      ? t(standing === null ? 'idle' : 'over')
      : going === 'together' && inClass && (standing?.startsIn ?? 0) > 0
        ? t('gathering', { devices: standing!.devices, seconds: Math.ceil(standing!.startsIn / 1000) })
        : t('going', { done: own + other, of: owners.length });
  return (
    <BenchFrame label={t('label')} held={place.held}>
      <div className="flex flex-col gap-4" data-testid="matrix-rows" data-going={going}>
        <p className="text-sm text-ink-soft">
          {t('what', { size: CLASS_PRODUCT.size, blocks: CLASS_PRODUCT.blocks })}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button
            busy={going === 'alone'}
            disabledReason={going === 'together' ? t('busy') : undefined}
            onClick={() => start('alone')}
          >
            {t('alone')}
          </Button>
          <Button
            look="primary"
            busy={going === 'together'}
            disabledReason={going === 'alone' ? t('busy') : undefined}
            onClick={() => start('together')}
          >
            {t(inClass ? 'together' : 'workers')}
          </Button>
        </div>
        <p role="status" className="tabular text-sm font-semibold">
          {status}
        </p>
        {trouble !== null && <Notice tone="error">{troubleText(trouble)}</Notice>}
        <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
          <RowsPicture
            owners={owners}
            label={t(inClass ? 'picture' : 'pictureAlone', { own, other, of: owners.length })}
            names={{ own: t('owner.own'), other: t(inClass ? 'owner.other' : 'owner.worker') }}
          />
          <dl className="flex flex-col gap-3">
            <Stat label={t('aloneTime')} value={numbers.duration(times.aloneMs)} />
            <Stat
              label={t(inClass ? 'togetherTime' : 'workersTime', { devices: times.devices ?? 0 })}
              value={numbers.duration(times.togetherMs)}
            />
            <Stat
              label={t('faster')}
              value={
                faster === null ? numbers.decimal(null) : t('times', { times: numbers.decimal(faster, 1) })
              }
            />
          </dl>
        </div>
      </div>
    </BenchFrame>
  );
}
