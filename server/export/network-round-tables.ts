import { heldRounds } from '@/classroom/rounds-views';
import type { ExportSource } from './export-source';

/** Rounds in which the class's devices learned together, one a row. What each network alone knew is in `class.json`. */
export function* networkRounds({ state }: ExportSource) {
  for (const { id, openedAt, dataset, rule, each, epochs, alone, saboteurs, done } of heldRounds(state)) {
    for (const { round, took, here, right, other, up, down } of done)
      yield {
        rounds_id: id,
        asked_at: new Date(openedAt).toISOString(),
        dataset,
        rule,
        labels_each: each === 0 ? null : each,
        epochs,
        saboteurs,
        alone_median_accuracy: alone?.median ?? null,
        alone_best_accuracy: alone?.best ?? null,
        round,
        devices: took,
        students: here,
        accuracy: right,
        other_rule_accuracy: other,
        bytes_from_devices: up,
        bytes_to_devices: down,
      };
  }
}

export const NETWORK_ROUND_COLUMNS = [
  'rounds_id',
  'asked_at',
  'dataset',
  'rule',
  'labels_each',
  'epochs',
  'saboteurs',
  'alone_median_accuracy',
  'alone_best_accuracy',
  'round',
  'devices',
  'students',
  'accuracy',
  'other_rule_accuracy',
  'bytes_from_devices',
  'bytes_to_devices',
] as const;
