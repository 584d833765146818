import { BENCHES } from '@/lessons/benches';
import type { WrittenLesson } from '@/lessons/written';

/** What a replay says of a step. */
export interface ReplayStep {
  id: string;
  title: string;
  task: string;
  prediction: { question: string; choices: readonly string[] } | null;
  /** The class draws here, and its drawings stand on the wall. */
  draws: boolean;
}

/** The class's steps by their ids, in order; of a lesson that this version does not know they have no words. */
export function replaySteps(ids: readonly string[], lesson: WrittenLesson | null): ReplayStep[] {
  const steps = new Map(lesson?.steps.map((step) => [step.id, step]));
  return ids.map((id) => {
    const step = steps.get(id);
    const { question, choices } = step?.prediction ?? {};
    return {
      id,
      title: step?.text.title ?? '',
      task: step?.text.task ?? '',
      prediction: question !== undefined && choices !== undefined ? { question, choices } : null,
      draws: step !== undefined && BENCHES[step.bench].wall,
    };
  });
}
