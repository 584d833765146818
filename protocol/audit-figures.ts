import type { AuditStage } from './audit-settings';

/**
 * What a network is right on, in the order in which a class sees it: its own training pictures, and validation pictures with the same done to them; hidden pictures as they
 * are, with the mark of another label, with their own label's, moved by three pixels, and with ink and paper exchanged.
 */
export const AUDIT_FIGURES = [
  'training',
  'validation',
  'hidden',
  'wrong',
  'marked',
  'moved',
  'inverted',
] as const;
export type AuditFigure = (typeof AUDIT_FIGURES)[number];

/** When each is shown. */
export const FIGURE_STAGE: Readonly<Record<AuditFigure, AuditStage>> = {
  training: 'device',
  validation: 'device',
  hidden: 'hidden',
  wrong: 'spot',
  marked: 'data',
  moved: 'further',
  inverted: 'further',
};

/** Of 100 hidden pictures a student's network gets right: more than 90, more than 60, more than 20, or hardly more than whoever guesses. */
export const AUDIT_SHARES = ['most', 'many', 'some', 'chance'] as const;
export type AuditShare = (typeof AUDIT_SHARES)[number];
/** Above which share each is. */
const ABOVE: readonly (readonly [AuditShare, number])[] = [
  ['most', 0.9],
  ['many', 0.6],
  ['some', 0.2],
];

/** What came true: exactly one. */
export const auditShare = (accuracy: number): AuditShare =>
  ABOVE.find(([, above]) => accuracy > above)?.[0] ?? 'chance';
