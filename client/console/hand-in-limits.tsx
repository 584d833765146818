'use client';

import { useTranslations } from 'use-intl';
import { clockText } from '@/client/i18n/clock-text';
import { useNumbers } from '@/client/i18n/use-numbers';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { LIMITS } from '@/protocol/limits';
import type { TeacherView } from '@/protocol/views';
import { useConsole } from './console-context';
import { useWished } from './use-wished';

/** What is offered; another number, set by a program, stands beside it. */
const TIMES = [5, 10, 20, LIMITS.submissionsPerStudent];
const USUAL_SECONDS = LIMITS.submissionIntervalMs / 1_000;
const SECONDS = [USUAL_SECONDS, 30, 60, 300];

/** How often each student may hand in, and how long each waits in between. */
export function HandInLimits({ view }: { view: TeacherView }) {
  const t = useTranslations('console.settings');
  const numbers = useNumbers();
  const { ask, offlineReason } = useConsole();
  const { handInsAllowed, coolDownSeconds } = view.class;
  const [times, wishTimes] = useWished(handInsAllowed);
  const [seconds, wishSeconds] = useWished(coolDownSeconds);
  const disabled = offlineReason !== undefined;
  const limit = (handIns: number, wait: number) =>
    ask({ type: 'class:limit-hand-ins', handIns, coolDownSeconds: wait });
  return (
    <>
      <SegmentedControl
        label={t('handIns')}
        labelVisible
        value={String(times)}
        disabled={disabled}
        onChange={(next) => wishTimes(Number(next), limit(Number(next), seconds))}
        segments={offered(TIMES, times).map((value) => ({
          value: String(value),
          label: numbers.integer(value),
        }))}
      />
      <SegmentedControl
        label={t('coolDown')}
        labelVisible
        value={String(seconds)}
        disabled={disabled}
        onChange={(next) => wishSeconds(Number(next), limit(times, Number(next)))}
        segments={offered(SECONDS, seconds).map((value) => ({
          value: String(value),
          label: value === USUAL_SECONDS ? t('noCoolDown') : clockText(value),
        }))}
      />
    </>
  );
}

function offered(usual: readonly number[], now: number): number[] {
  return [...new Set([...usual, now])].sort((a, b) => a - b);
}
