'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { ClassSession } from '@/client/live/class-session';
import { useScreenFrame } from '@/client/live/use-class-session';
import { Stat } from '@/client/ui/stat';
import type { ChallengeProgress } from '@/protocol/challenge';
import type { ScreenView } from '@/protocol/views';
import { AccuracyHistogram } from './accuracy-histogram';

interface Props {
  session: ClassSession<ScreenView>;
  /** As the view says it, until a frame does. */
  hereCount: number;
  progress: ChallengeProgress;
}

/** How far the class is with its challenge, on the wall: sums alone. */
export function ScreenChallenge({ session, hereCount, progress }: Props) {
  const t = useTranslations('challenge');
  const screen = useTranslations('screen');
  const numbers = useNumbers();
  const here = useScreenFrame(session)?.connected ?? hereCount;
  const { answered, finished, meanTotal, spread } = progress;
  return (
    <>
      <dl className="grid grid-cols-4 gap-x-[2vw]">
        <Stat size="screen" width={2} label={screen('here')} value={numbers.integer(here)} />
        <Stat size="screen" width={2} label={t('answered')} value={numbers.integer(answered)} />
        <Stat size="screen" width={2} label={t('finished')} value={numbers.integer(finished)} />
        <Stat
          size="screen"
          width={3}
          label={t('meanPoints')}
          value={numbers.decimal(meanTotal === null ? null : meanTotal * 100, 0)}
        />
      </dl>
      <AccuracyHistogram counts={spread} of="points" />
    </>
  );
}
