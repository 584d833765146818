'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { Button } from '@/client/ui/button';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import type { RevealStop } from '@/protocol/reveal';

/** The plain way out of a reveal: everything is shown at once, after a question. */
export function ShowEverything({ last }: { last: RevealStop }) {
  const t = useTranslations('reveal.desk');
  const { ask, offlineReason } = useConsole();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="sm" className="self-start" disabledReason={offlineReason} onClick={() => setAsking(true)}>
        {t('finish')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('finishTitle')}
        description={t('finishText')}
        confirmLabel={t('finish')}
        onConfirm={async () => {
          await ask({ type: 'reveal:go', ...last });
        }}
      />
    </>
  );
}
