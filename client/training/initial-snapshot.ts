import { randomSeed } from '@/client/live/random-id';
import type { Lesson } from '@/lessons/lesson';
import type { Experiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import type { ClassGate } from './class-gate';
import type { TrainingSnapshot } from './training';

/** What a training needs to know of its lesson. */
export type TrainedLesson = Pick<Lesson, 'id' | 'experiment'>;

/** What a bench shows before anything is loaded. @param kept what the student had set up before */
export function initialSnapshot(
  lesson: TrainedLesson,
  kept: { draft: Experiment; backend: Backend | 'auto' } | null,
  gate: ClassGate,
): TrainingSnapshot {
  const { experiment } = lesson;
  if (!experiment) throw new Error(`Lesson ${lesson.id} trains no pictures`);
  return {
    progress: null,
    phase: 'loading',
    error: null,
    recovered: null,
    draft: kept?.draft ?? { ...experiment, seed: randomSeed() },
    backendChoice: kept?.backend ?? 'auto',
    current: null,
    draftChanged: false,
    heldByTeacher: gate === 'held',
    takenElsewhere: false,
    unsent: 0,
    recordingRefusal: null,
    durable: true,
    submitting: false,
    submissionsBefore: null,
    submissionRefusal: null,
    alone: null,
    runs: [],
  };
}
