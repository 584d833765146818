'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import type { LeakStanding } from '@/client/leak/leak-device';
import { LeakFigure } from '@/client/leak/leak-figure';
import { useLeakWords } from '@/client/leak/leak-words';
import { LiveRegion } from '@/client/ui/live-region';
import type { OwnLeak } from '@/protocol/leak-views';

/** What this device does in the sum, how far the class is, and what the server reads in what was sent. */
export function LeakMasked({ leak, standing }: { leak: OwnLeak; standing: LeakStanding | null }) {
  const t = useTranslations('leak');
  const words = useLeakWords(leak.dataset);
  const refusalText = useRefusalText();
  const doing = standing?.doing ?? 'out';
  const problem = doing === 'failed' ? standing?.problem : null;
  return (
    <div className="flex flex-col gap-2 text-sm">
      <LiveRegion visible className="flex flex-col gap-1">
        <p className="font-semibold" data-testid="leak-doing" data-doing={doing}>
          {broken(problem ? t('doing.refused', { reason: refusalText(problem) }) : t(`doing.${doing}`))}
        </p>
        <p className="tabular">{broken(words.progress(leak))}</p>
        {leak.sum?.trouble && <p>{broken(words.trouble(leak))}</p>}
      </LiveRegion>
      {standing?.check && (
        <div>
          <p className="tabular font-semibold" data-testid="leak-check">
            {t('check', { devices: standing.devices, check: standing.check })}
          </p>
          <p className="text-xs text-ink-soft">{broken(t('checkHint'))}</p>
        </div>
      )}
      {standing?.noise && (
        <LeakFigure pixels={standing.noise.pixels} caption={t('noiseRead')} testId="leak-noise" />
      )}
    </div>
  );
}
