import { labLesson, labPath } from '@/client/lab/lab-lesson';
import { benchKeyAlone } from '@/client/training/bench-key';
import type { DatasetId } from '@/protocol/datasets';

/** On which bench of this browser a new run is laid, and where that bench is. */
export interface ContinueAt {
  /** `lab`: alone. `class`: in the class, which is open. */
  where: 'lab' | 'class';
  /** The name under which the bench keeps its run. */
  key: string;
  href: string;
}

/** The lab's bench of these pictures. */
export const inLab = (dataset: DatasetId): ContinueAt => ({
  where: 'lab',
  key: benchKeyAlone(labLesson(dataset).id),
  href: labPath(dataset),
});
