import { labelCount, type PoolDrawing, tidyLabels } from '@/classroom/pool';
import { bytesToText, textToBytes } from '@/protocol/bytes-text';
import type { DatasetId } from '@/protocol/datasets';
import type { PoolKind } from '@/protocol/pool';
import { POOL_FILE_FORMAT, type PoolFile } from '@/protocol/pool-file';
import { POOL } from '@/protocol/pool-rules';
import { type Refusal, refuse } from '@/protocol/refusals';
import { sameLabels } from './pool-drawings';

/** A pool as a file to keep; nobody can be told from it. */
export function writePoolFile(
  { kind, dataset }: Pick<PoolForFile, 'kind' | 'dataset'>,
  labels: string[] | null,
  drawings: readonly PoolDrawing[],
): PoolFile {
  return {
    format: POOL_FILE_FORMAT,
    version: 1,
    kind,
    dataset: dataset ?? 'digits',
    labels,
    drawings: drawings.map(({ label, pixels }) => ({ label, pixels: bytesToText(pixels) })),
  };
}

/** The pool that a file is to be put into. */
export interface PoolForFile {
  kind: PoolKind;
  labels: readonly string[] | null;
  /** What the class trains on. */
  dataset: DatasetId | null;
  size: number;
}

/** What a file brings, or why it cannot be used. `newLabels`: undefined where the pool's labels stay. */
export function readPoolFile(
  file: PoolFile,
  pool: PoolForFile,
):
  | {
      ok: true;
      newLabels?: string[] | null;
      pictures: { label: number; pixels: Uint8Array<ArrayBuffer> }[];
    }
  | Refusal {
  const labels = file.labels === null ? null : tidyLabels(file.labels);
  if (file.labels !== null && labels === null) return refuse('pool-file-invalid');
  const others = pool.kind === 'digits' && file.dataset !== pool.dataset;
  if (file.kind !== pool.kind || others) return refuse('pool-file-other-kind');
  const other = pool.kind === 'labels' && !sameLabels(labels, pool.labels);
  if (other && pool.size > 0) return refuse('pool-file-other-kind');
  const known = labelCount(pool.kind, labels, pool.dataset);
  const pictures = [];
  for (const { label, pixels: text } of file.drawings) {
    const pixels = textToBytes(text);
    if (label >= known || pixels?.length !== POOL.pixels) return refuse('pool-file-invalid');
    pictures.push({ label, pixels });
  }
  return { ok: true, pictures, ...(other ? { newLabels: labels } : {}) };
}
