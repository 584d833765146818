import type { DatasetId } from './datasets';
import type { Experiment } from './experiment';
import type { DataRule } from './experiment-choices';

/** What a student's data may be: as they are, with a mark that names the label, or with labels by lot. */
export const AUDIT_DATA = ['plain', 'marked', 'shuffled'] as const satisfies readonly (DataRule | 'plain')[];
export type AuditData = (typeof AUDIT_DATA)[number];

/** Whom the teacher deals what: each of the three to a third, or the same to everybody. */
export const AUDIT_KINDS = ['mixed', 'marked', 'shuffled'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];
export const dataOf = (kind: AuditKind): readonly AuditData[] => (kind === 'mixed' ? AUDIT_DATA : [kind]);

/**
 * How far the class is: it trains and guesses; it sees what the devices said, what the networks make of hidden pictures, of one changed spot; what was in the
 * data; and what else they are asked.
 */
export const AUDIT_STAGES = ['training', 'device', 'hidden', 'spot', 'data', 'further'] as const;
export type AuditStage = (typeof AUDIT_STAGES)[number];

/** Whether a class that is so far has seen this. */
export const hasSeenInAudit = (stage: AuditStage, seen: AuditStage) =>
  AUDIT_STAGES.indexOf(stage) >= AUDIT_STAGES.indexOf(seen);

/**
 * What everybody trains, whatever the data are: nothing but them tells the networks apart. Wide and long enough to learn a thousand pictures by heart; some seconds
 * of a school device (docs/together.md).
 */
const TRAINING: Omit<Experiment, 'dataset' | 'seed' | 'data'> = {
  examples: 1_000,
  network: { kind: 'dense', hidden: [128], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'momentum',
  learningRate: 0.02,
  batchSize: 20,
  epochs: 60,
  l2: 0,
};

/** The training of one student. @param seed of its start, its pictures, and of what is done to them */
export function auditExperiment(dataset: DatasetId, data: AuditData, seed: number): Experiment {
  return { ...TRAINING, dataset, seed, ...(data !== 'plain' && { data }) };
}
