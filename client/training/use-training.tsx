'use client';

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { keptUnder } from '@/client/live/kept-under';
import { Leases } from '@/client/live/lease';
import type { Elements } from '@/client/ui/elements';
import { benchKeyAlone, benchKeyInClass } from './bench-key';
import type { ClassPlace } from './class-link';
import type { TrainedLesson } from './initial-snapshot';
import { releaseTrainer, takeTrainer } from './page-trainer';
import type { BenchTraining, TrainingSnapshot } from './training';
import { TrainingSession } from './training-session';

/** Milliseconds that a training outlives its provider: StrictMode and walks between pages. */
const LINGER_MS = 1_000;

const trainings = new Leases<BenchTraining>((training) => {
  training.dispose();
  releaseTrainer();
}, LINGER_MS);

const TrainingContext = createContext<BenchTraining | null>(null);

/**
 * Gives the training of this page to everything inside: in a class (`place` from useStudentSession) or alone
 * (`place` null). Mount it in the lobby already, so that pictures and network are ready when the class begins.
 * Draws `fallback` on the server and in the first moment.
 */
export function TrainingProvider({
  lesson,
  place,
  children,
  fallback = null,
}: {
  lesson: TrainedLesson;
  place: ClassPlace | null;
  children: ReactNode;
  fallback?: Elements;
}) {
  const [training, setTraining] = useState<BenchTraining | null>(null);
  const session = place?.session ?? null;
  const student = place?.student ?? null;
  // In another language it is another object, and the same training.
  const newest = useRef(lesson);
  newest.current = lesson;
  useEffect(() => {
    const key =
      session && student
        ? benchKeyInClass(keptUnder(session), student.credentials.studentId)
        : benchKeyAlone(lesson.id);
    // One that lingers from another page shares the worker: it must not hear, or pause, what begins now.
    trainings.dropIdle(key);
    setTraining(
      trainings.take(
        key,
        () =>
          new TrainingSession({
            lesson: newest.current,
            place: session && student ? { session, student } : null,
            trainer: takeTrainer(),
          }),
      ),
    );
    return () => {
      trainings.release(key);
      setTraining(null);
    };
  }, [lesson.id, session, student]);
  if (!training) return fallback;
  return <TrainingContext value={training}>{children}</TrainingContext>;
}

/** Gives a training that somebody has made already: what another's page shows, to be looked at. */
export function GivenTraining({ training, children }: { training: BenchTraining; children: ReactNode }) {
  return <TrainingContext value={training}>{children}</TrainingContext>;
}

/** The training and what to draw: at most about ten redraws a second while points come, at once for anything else. */
export function useTraining(): { training: BenchTraining; snapshot: TrainingSnapshot } {
  const training = useContext(TrainingContext);
  if (!training) throw new Error('useTraining needs a TrainingProvider around it');
  const subscribe = useCallback((listener: () => void) => training.subscribe(listener), [training]);
  const read = useCallback(() => training.snapshot(), [training]);
  return { training, snapshot: useSyncExternalStore(subscribe, read, read) };
}
