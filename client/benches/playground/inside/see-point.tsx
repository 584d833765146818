'use client';

import { ScanSearch } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchModel } from '@/client/benches/playground/model/bench-model';
import type { InputNames } from '@/client/benches/playground/model/input-names';
import { Button } from '@/client/ui/button';
import { patiently } from '@/client/ui/patiently';
import type { Frame, PlaygroundBegun } from '@/engine/playground/messages';
import type { FeatureId } from '@/engine/points/features';

/** Fetched by those who look inside. */
const PointDialog = lazy(patiently(() => import('./point-dialog')));

interface Props {
  model: BenchModel;
  classNames: readonly string[];
  inputNames: InputNames;
}

/** The network as it stood at one moment, and what its inputs and classes were called. */
interface Opened {
  frame: Frame;
  begun: PlaygroundBegun;
  features: readonly FeatureId[];
  classNames: readonly string[];
  inputNames: InputNames;
}

/** Opens the network at one place of the plane: the one that the setup asks for, also where it is still being made. */
export function SeePoint({ model, classNames, inputNames }: Props) {
  const t = useTranslations('playground.inside');
  const [isAsked, setAsked] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    if (!isAsked) return;
    const look = () => {
      const shown = model.presentFrame();
      if (!shown) return;
      setAsked(false);
      setOpened({ ...shown, features: model.snapshot().features, classNames, inputNames });
    };
    const ends = [model.subscribe(look), model.frames.subscribe(look)];
    look();
    return () => {
      for (const end of ends) end();
    };
  }, [isAsked, model, classNames, inputNames]);
  return (
    <>
      <Button size="sm" look="quiet" icon={<ScanSearch aria-hidden="true" />} onClick={() => setAsked(true)}>
        {t('open')}
      </Button>
      {opened && (
        <Suspense fallback={null}>
          <PointDialog {...opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}
