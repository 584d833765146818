'use client';

import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { StandingWeights } from '@/client/training/training';
import { Dialog } from '@/client/ui/dialog';
import { Notice } from '@/client/ui/notice';
import { Skeleton } from '@/client/ui/skeleton';
import type { Architecture } from '@/protocol/experiment';
import { countWeights } from '@/protocol/weight-shapes';
import type { InsideDeed } from './deed';
import { InsideSheet } from './inside-sheet';
import { openNetwork } from './opened-network';
import { higher, type Place } from './place';

export interface InsideDialogProps {
  architecture: Architecture;
  /** The picture to follow, 0 paper to 255 ink. */
  pixels: Uint8Array;
  /** Reads the network as it stands; it is looked at as it was then, also while it learns on. */
  readWeights(): Promise<StandingWeights | null>;
  onClose(): void;
  /** Left out where no goal asks for it. */
  onDeed?: ((deed: InsideDeed) => void) | undefined;
}

const noDeed = () => {};

type Read = { is: 'reading' } | { is: 'failed' } | ({ is: 'read' } & StandingWeights);

/** The network opened: from a picture to its answer and back, down to one multiplication. */
export default function InsideDialog({
  architecture,
  pixels,
  readWeights,
  onClose,
  onDeed,
}: InsideDialogProps) {
  const t = useTranslations('inside');
  const [read, setRead] = useState<Read>({ is: 'reading' });
  // What was read is of this one, whatever the bench is set to meanwhile.
  const [opened] = useState(architecture);
  const [place, setPlace] = useState<Place>({ level: 'network' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, as it is opened.
  useEffect(() => {
    let closed = false;
    readWeights()
      .catch(() => null)
      .then((found) => {
        if (closed) return;
        const fits = found?.weights.length === countWeights(opened);
        setRead(found && fits ? { is: 'read', ...found } : { is: 'failed' });
      });
    return () => {
      closed = true;
    };
  }, []);
  const network = useMemo(
    () => (read.is === 'read' ? openNetwork(opened, read.weights, pixels) : null),
    [read, opened, pixels],
  );
  const up = higher(place);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      onEscape={up ? () => setPlace(up) : undefined}
      title={t('title')}
      size="full"
    >
      {network && read.is === 'read' ? (
        <InsideSheet
          network={network}
          step={read.step}
          place={place}
          onPlace={setPlace}
          onDeed={onDeed ?? noDeed}
        />
      ) : read.is === 'reading' ? (
        <>
          <p role="status" className="text-ink-soft">
            {t('loading')}
          </p>
          <Skeleton className="mt-4 h-80 w-full" />
        </>
      ) : (
        <Notice tone="error">{t(read.is === 'failed' ? 'failed' : 'broken')}</Notice>
      )}
    </Dialog>
  );
}
