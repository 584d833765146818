'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import type { DeskNow } from './desk-now';
import type { PoolDesk } from './pool-desk';

/** What stands in the way of learning, with a way on. */
export function DeskNotices({ desk, now }: { desk: PoolDesk; now: DeskNow }) {
  const t = useTranslations('pool.notice');
  const { problem } = now;
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {problem !== null && (
        <Notice
          tone={problem === 'too-few' ? 'warn' : 'error'}
          announce
          action={
            problem === 'too-few' ? (
              desk.choices.includes('clothes') && (
                <Button size="sm" onClick={() => desk.choose('clothes')}>
                  {t('takeClothes')}
                </Button>
              )
            ) : (
              <Button size="sm" onClick={() => void desk.train()}>
                {t('again')}
              </Button>
            )
          }
        >
          {t(problem)}
        </Notice>
      )}
      {now.run?.state === 'diverged' && (
        <Notice tone="warn" announce>
          {t('diverged')}
        </Notice>
      )}
      {desk.poolHasChanged && problem === null && (
        <Notice
          action={
            <Button size="sm" onClick={() => void desk.reset()}>
              {t('takeNew')}
            </Button>
          }
        >
          {t('changed')}
        </Notice>
      )}
    </div>
  );
}
