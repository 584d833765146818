'use client';

import { ScanSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import type { InsideDialogProps } from './inside-dialog';
import { InsideOf } from './inside-of';

interface Props extends Omit<InsideDialogProps, 'pixels' | 'onClose'> {
  /** The picture to follow; null: there is none yet. */
  pixels: Uint8Array | null;
}

/** Opens the network with this picture in it. */
export function SeeInside({ pixels, ...rest }: Props) {
  const t = useTranslations('inside');
  /** The picture as it was then: whoever draws on looks at another. */
  const [opened, setOpened] = useState<Uint8Array | null>(null);
  return (
    <>
      <Button
        icon={<ScanSearch aria-hidden="true" />}
        disabledReason={pixels === null ? t('openEmpty') : undefined}
        onClick={() => setOpened(pixels)}
      >
        {t('open')}
      </Button>
      <InsideOf {...rest} pixels={opened} onClose={() => setOpened(null)} />
    </>
  );
}
