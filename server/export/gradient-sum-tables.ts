import { pastLeaks } from '@/classroom/leak-views';
import { LEAK_OUTCOMES } from '@/protocol/leak-rules';
import type { ExportSource } from './export-source';

/** What gradients told a class: a sum behind masks a row, or one row where none was made. Drawings that might be shown are in `class.json`. */
export function* gradientSums({ state }: ExportSource) {
  for (const { id, openedAt, dataset, guesses, sent, sums } of pastLeaks(state)) {
    const asked = {
      leak_id: id,
      asked_at: new Date(openedAt).toISOString(),
      dataset,
      ...Object.fromEntries(LEAK_OUTCOMES.map((one, at) => [`guessed_${one}`, guesses?.[at] ?? null])),
      students_sent: sent,
    };
    if (sums.length === 0)
      yield { ...asked, summed_at: null, devices: null, devices_joined: null, sha256: null };
    for (const { at, took, of, digest } of sums)
      yield {
        ...asked,
        summed_at: new Date(at).toISOString(),
        devices: took,
        devices_joined: of,
        sha256: digest,
      };
  }
}

export const GRADIENT_SUM_COLUMNS = [
  'leak_id',
  'asked_at',
  'dataset',
  'guessed_nothing',
  'guessed_label',
  'guessed_blurred',
  'guessed_whole',
  'students_sent',
  'summed_at',
  'devices',
  'devices_joined',
  'sha256',
] as const;
