'use client';

import { ScanSearch } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
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
  features: readonly FeatureId[];
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

/** Opens the network at one place of the plane. */
export function SeePoint({ model, features, classNames, inputNames }: Props) {
  const t = useTranslations('playground.inside');
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = () => {
    const shown = model.frames.slow();
    // A network that was changed this very moment has no numbers yet.
    if (shown && shown.frame.weights.length === shown.begun.weightCount)
      setOpened({ ...shown, features, classNames, inputNames });
  };
  return (
    <>
      <Button size="sm" look="quiet" icon={<ScanSearch aria-hidden="true" />} onClick={open}>
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
