import { BENCHES } from '@/lessons/benches';
import type { WrittenLesson } from '@/lessons/written';

/** A question of a step, with its marks. */
interface ReplayQuestion {
  question: string;
  choices: readonly string[];
}

/** What a replay says of a step. */
export interface ReplayStep {
  id: string;
  title: string;
  task: string;
  prediction: ReplayQuestion | null;
  check: ReplayQuestion | null;
  /** The class draws here, and its drawings stand on the wall. */
  draws: boolean;
}

/** The class's steps by their ids, in order; of a lesson that this version does not know they have no words. */
export function replaySteps(ids: readonly string[], lesson: WrittenLesson | null): ReplayStep[] {
  const steps = new Map(lesson?.steps.map((step) => [step.id, step]));
  return ids.map((id) => {
    const step = steps.get(id);
    return {
      id,
      title: step?.text.title ?? '',
      task: step?.text.task ?? '',
      prediction: asked(step?.prediction),
      check: asked(step?.check),
      draws: step !== undefined && BENCHES[step.bench].wall,
    };
  });
}

const asked = (one: ReplayQuestion | null | undefined): ReplayQuestion | null =>
  one ? { question: one.question, choices: one.choices } : null;
