'use client';

import { DoneStrip } from '@/client/everybody/done-strip';
import { useClassLesson } from '@/client/lesson/given-lesson';
import type { ClassSession } from '@/client/live/class-session';
import { BENCHES, isTrainedAt } from '@/lessons/benches';
import type { ScreenView } from '@/protocol/views';
import { ScreenChallenge } from './screen-challenge';
import { ScreenHere } from './screen-here';
import { ScreenTraining } from './screen-training';
import { useScreenDone } from './use-screen-done';

interface Props {
  session: ClassSession<ScreenView>;
  view: ScreenView;
}

/**
 * What the wall has room for under a task: at a challenge how it goes, elsewhere how far the class is with the step, and how it trains; before anybody
 * has done anything, who is here. What came of the challenge stands again where a later step has nothing of its own to tell.
 */
export function ScreenProgress({ session, view }: Props) {
  const { class: facts, progress } = view;
  const lesson = useClassLesson(facts);
  const { lines, of } = useScreenDone(session, view);
  const bench = lesson?.steps[facts.stepIndex]?.bench;
  const trains = bench !== undefined && isTrainedAt(bench);
  const challenged = bench !== undefined && BENCHES[bench].challenge !== null;
  if (progress && (challenged || (lines.length === 0 && progress.answered > 0)))
    return <ScreenChallenge session={session} hereCount={facts.hereCount} progress={progress} />;
  if (lines.length === 0 && !trains) return <ScreenHere marks={view.marks} count={of} />;
  return (
    <>
      <DoneStrip wall lines={lines} of={of} />
      {trains && <ScreenTraining session={session} hereCount={facts.hereCount} brief={lines.length > 0} />}
    </>
  );
}
