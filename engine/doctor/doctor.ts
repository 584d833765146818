import type { Finding, FindingKind } from '@/protocol/finding';
import { LIMITS } from '@/protocol/limits';
import { ailmentsOf } from './ailments';
import { CaseHistory } from './case-history';
import type { Note, TrainingFacts, Vitals } from './vitals';

/** What passes by itself often enough, at a slow start above all, to be said only when two examinations on end have found it. */
const CHRONIC: ReadonlySet<FindingKind> = new Set([
  'rate-too-low',
  'batch-too-large',
  'doubtful-labels',
  'saturated-units',
  'vanishing-gradient',
]);

/** Follows one training: hears how it goes, is given what was measured, and says what ails it. */
export class Doctor {
  private readonly history = new CaseHistory();
  private vitals: Vitals | null = null;
  private diverged = false;
  private found: readonly Finding[] = [];
  /** What only the newest examination has found. */
  private suspected: ReadonlySet<FindingKind> = new Set();

  constructor(private readonly facts: () => TrainingFacts) {}

  /** How it stands now. */
  note(note: Note): void {
    this.history.add(note);
  }

  /** Takes an examination in and says what ails the training, the gravest first; nothing where all is well. */
  examined(vitals: Vitals): readonly Finding[] {
    this.vitals = vitals;
    return this.judge();
  }

  /** A weight or the loss is no number any more. */
  blewUp(): readonly Finding[] {
    this.diverged = true;
    return this.judge();
  }

  /** What the newest examination has said. */
  get findings(): readonly Finding[] {
    return this.found;
  }

  /** It begins anew. */
  forget(): void {
    this.history.clear();
    this.vitals = null;
    this.diverged = false;
    this.found = [];
    this.suspected = new Set();
  }

  private judge(): readonly Finding[] {
    const all = ailmentsOf({
      facts: this.facts(),
      notes: this.history.notes,
      vitals: this.vitals,
      diverged: this.diverged,
    });
    const before = this.suspected;
    this.suspected = new Set(all.map(({ kind }) => kind));
    this.found = all
      .filter(({ kind }) => !CHRONIC.has(kind) || before.has(kind))
      .slice(0, LIMITS.findingsPerReport);
    return this.found;
  }
}
