'use client';

import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { CountdownClock } from '@/client/countdown/countdown-clock';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { Button } from '@/client/ui/button';
import type { TeacherView } from '@/protocol/views';

const MINUTES = [5, 10, 15] as const;

/** The time that a race lasts: the lesson's countdown, which every screen of the class has. */
export function RaceTime({ view }: { view: TeacherView }) {
  const t = useTranslations('console.race');
  const timer = useTranslations('leading.timer');
  const { ask, serverNow, offlineReason } = useConsole();
  const { countdown, stepIndex } = view.class;
  const step = useClassLesson(view.class)?.steps[stepIndex];
  const own = step?.bench === 'digits-challenge' ? step.options.minutes : null;
  const offered = [...new Set([...MINUTES, ...(own === null ? [] : [own])])].sort((a, b) => a - b);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-semibold">{t('time')}</legend>
      <div className="flex flex-wrap items-center gap-2">
        {countdown === null ? (
          offered.map((minutes) => (
            <Button
              key={minutes}
              size="sm"
              disabledReason={offlineReason}
              onClick={() => void ask({ type: 'countdown:set', seconds: minutes * 60 })}
            >
              {timer('minutes', { minutes })}
            </Button>
          ))
        ) : (
          <>
            <CountdownClock countdown={countdown} serverNow={serverNow} className="text-xl" />
            <Button
              size="sm"
              disabledReason={offlineReason}
              onClick={() => void ask({ type: 'countdown:stop' })}
            >
              {timer('stop')}
            </Button>
          </>
        )}
      </div>
      <p className="mt-1.5 text-sm text-ink-soft">{t('timeHint')}</p>
    </fieldset>
  );
}
