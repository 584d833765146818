'use client';

import { memo, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { Notice } from '@/client/ui/notice';
import { TrainerClient } from '@/engine/worker/trainer-client';
import { trainsPictures } from '@/protocol/run-kind';
import { AskedNetworks, type AskedRun } from './asked-networks';
import type { NamedPictureRun, NamedRun } from './compared-run';
import { DisagreeingPictures } from './disagreeing-pictures';
import { SameDrawing } from './same-drawing';

/** Networks that are built and asked: each is up to a megabyte on its way, and a row to read. */
const MOST_ASKED = 12;

const isAsked = (one: NamedRun): one is NamedPictureRun & AskedRun =>
  one.weightsAt !== null && trainsPictures(one.run);

/** The networks themselves, from the weights that are kept: on which pictures they disagree, and what each says to the same drawing. */
export const NetworksCard = memo(function NetworksCard({ runs }: { runs: readonly NamedRun[] }) {
  const t = useTranslations('runs.networks');
  const [woken, setWoken] = useState(false);
  const asked = useMemo(() => {
    const kept = runs.filter(isAsked);
    const dataset = kept[0]?.run.experiment.dataset;
    return kept.filter(({ run }) => run.experiment.dataset === dataset).slice(0, MOST_ASKED);
  }, [runs]);
  if (!runs.some(({ run }) => trainsPictures(run))) return null;
  return (
    <Card as="section" title={t('title')}>
      {asked.length < 2 ? (
        <p className="max-w-prose text-sm text-ink-soft">{t('none')}</p>
      ) : (
        <>
          {asked.length < runs.length && (
            <p className="mb-3 max-w-prose text-sm text-ink-soft">
              {t('some', { count: asked.length, all: runs.length, most: MOST_ASKED })}
            </p>
          )}
          {woken ? <Woken asked={asked} /> : <Button onClick={() => setWoken(true)}>{t('wake')}</Button>}
        </>
      )}
    </Card>
  );
});

function Woken({ asked }: { asked: readonly (NamedPictureRun & AskedRun)[] }) {
  const t = useTranslations('runs.networks');
  const [networks, setNetworks] = useState<AskedNetworks | null>(null);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try begins with another worker.
  useEffect(() => {
    const woken = new AskedNetworks(asked, new TrainerClient());
    setFailed(false);
    setNetworks(woken);
    return () => woken.dispose();
  }, [asked, tries]);
  if (failed)
    return (
      <Notice
        tone="warn"
        action={
          <Button size="sm" onClick={() => setTries(tries + 1)}>
            {t('again')}
          </Button>
        }
      >
        {t('failed')}
      </Notice>
    );
  if (!networks) return null;
  const fail = () => setFailed(true);
  return (
    <div className="flex flex-col gap-6">
      <DisagreeingPictures networks={networks} runs={asked} onFail={fail} />
      <SameDrawing networks={networks} runs={asked} onFail={fail} />
    </div>
  );
}
