import { datasetOf } from '@/classroom/dataset';
import { type PoolDrawing, poolKindOf } from '@/classroom/pool';
import type { ClassState } from '@/classroom/state';
import type { Language } from '@/lessons/languages';
import { DATASETS, type DatasetId, type DatasetPart } from '@/protocol/datasets';
import type { PoolKind } from '@/protocol/pool';
import { datasetNames, drawingLabelNames } from '@/server/export/words';
import type { StoredPool } from '@/server/store/pool-rows';

/** The pictures of a class: what its students have drawn, and the data set that it was given. */
export interface ClassPictures {
  state: ClassState;
  language: Language;
  /** Null: it gathers no drawings. */
  kind: PoolKind | null;
  drawings: readonly PoolDrawing[];
  /** Names of the drawings' labels. */
  labels: readonly string[];
  /** Null: its lesson trains no pictures. */
  given: DatasetId | null;
}

/** Which pictures a class has. */
export function classPictures(state: ClassState, pool: StoredPool, language: Language): ClassPictures {
  const kind = poolKindOf(state);
  const given = datasetOf(state);
  const labels =
    kind === 'digits'
      ? datasetNames(language, given ?? 'digits').labels
      : (pool.labels ?? drawingLabelNames(language));
  return { state, language, kind, drawings: pool.drawings, labels, given };
}

/** Which part a drawing belongs to. A class's own digits are all a test set: no network is trained on them. */
export function splitOf(
  kind: PoolKind | null,
  { heldBack }: Pick<PoolDrawing, 'heldBack'>,
): 'train' | 'test' {
  return kind === 'digits' || heldBack ? 'test' : 'train';
}

/** Where a drawing lies in the archive: told by numbers alone. @param index of the drawing in the class, from 0 */
export function drawingPath(kind: PoolKind | null, drawing: PoolDrawing, index: number): string {
  return `drawings/${splitOf(kind, drawing)}/${drawing.label}/${String(index + 1).padStart(5, '0')}.png`;
}

/** Names of a given data set's files in the archive, as MNIST's own are called; images before their labels. */
export function givenFiles(given: DatasetId): { part: DatasetPart; images: string; labels: string }[] {
  return (['train', 'validation'] as const).map((part) => ({
    part,
    images: `given/${given}/${part}-images-idx3-ubyte`,
    labels: `given/${given}/${part}-labels-idx1-ubyte`,
  }));
}

/** How many pictures a part of a data set has. */
export function partSize(given: DatasetId, part: DatasetPart): number {
  const { trainExamples, validationExamples } = DATASETS[given];
  return part === 'train' ? trainExamples : validationExamples;
}
