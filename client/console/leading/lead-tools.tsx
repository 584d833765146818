'use client';

import { useConsole } from '@/client/console/console-context';
import { May } from '@/client/console/may';
import { CountdownSaid } from '@/client/countdown/countdown-said';
import { useClassLesson } from '@/client/lesson/given-lesson';
import type { TeacherView } from '@/protocol/views';
import { MessageAll } from './message-all';
import { TimerButton } from './timer-button';

/** What a teacher has at hand for the whole class, beside going on: the countdown, and a message. */
export function LeadTools({ view }: { view: TeacherView }) {
  const { serverNow } = useConsole();
  const { phase, countdown, stepIndex } = view.class;
  const step = useClassLesson(view.class)?.steps[stepIndex];
  if (phase === 'ended') return null;
  return (
    <>
      <May least="lead">
        <TimerButton
          countdown={countdown}
          challengeMinutes={step?.bench === 'digits-challenge' ? step.options.minutes : null}
        />
      </May>
      <May least="help">
        <MessageAll view={view} />
      </May>
      <CountdownSaid countdown={countdown} serverNow={serverNow} />
    </>
  );
}
