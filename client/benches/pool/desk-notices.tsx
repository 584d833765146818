'use client';

import { useTranslations } from 'use-intl';
import { isFew } from '@/base/wilson';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import { ALL_DATA } from '@/engine/pool/pool-pictures';
import { type DeskNow, spoiltIn, wholeTry } from './desk-now';
import type { PoolDesk } from './pool-desk';

interface Props {
  desk: PoolDesk;
  now: DeskNow;
  /** Trainings are compared here: their numbers have to tell them apart. */
  comparing?: boolean;
}

/** What stands in the way of learning, with a way on. */
export function DeskNotices({ desk, now, comparing = false }: Props) {
  const t = useTranslations('pool.notice');
  const tData = useTranslations('pool.data');
  const { problem, run } = now;
  const single =
    comparing &&
    run?.state === 'finished' &&
    spoiltIn(run.data) !== 'nothing' &&
    wholeTry(now.past, run.network) === undefined;
  const blurred = comparing && problem === null && run !== null && isFew(run.validationCount);
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
      {blurred && (
        <Notice
          tone="warn"
          action={
            desk.choices.includes('clothes') &&
            now.source !== 'clothes' && (
              <Button size="sm" onClick={() => desk.choose('clothes')}>
                {t('takeClothes')}
              </Button>
            )
          }
        >
          {t('blurred', { count: run.validationCount })}
        </Notice>
      )}
      {single && (
        <Notice
          announce
          action={
            <Button
              size="sm"
              onClick={() => {
                desk.setData(ALL_DATA);
                desk.setNetwork(run.network);
              }}
            >
              {tData('whole')}
            </Button>
          }
        >
          {t('single')}
        </Notice>
      )}
      {run?.state === 'diverged' && (
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
