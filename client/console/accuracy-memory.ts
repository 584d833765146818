import type { StudentTelemetry } from '@/protocol/telemetry';

/** An accuracy as a card says it. Validation is measured less often than training: the latest one holds until the next. */
export interface KnownAccuracy {
  value: number | null;
  measured: 'validation' | 'training' | null;
  /** Validation pictures on which it was measured, where that is known. */
  examples?: number | undefined;
}

const NOTHING: KnownAccuracy = { value: null, measured: null };

/**
 * Remembers the latest validation accuracy of each student's run, since most points carry none. Asking for the same
 * telemetry again changes nothing, so it may be asked while drawing.
 */
export class AccuracyMemory {
  private readonly latest = new Map<string, { runId: string; value: number; examples: number | undefined }>();

  of(telemetry: StudentTelemetry | undefined): KnownAccuracy {
    const point = telemetry?.last;
    if (!telemetry || !point || telemetry.runId === null) return NOTHING;
    if (point.validationAccuracy !== null) {
      this.latest.set(telemetry.studentId, {
        runId: telemetry.runId,
        value: point.validationAccuracy,
        examples: point.validationExamples,
      });
      return {
        value: point.validationAccuracy,
        measured: 'validation',
        examples: point.validationExamples,
      };
    }
    const known = this.latest.get(telemetry.studentId);
    if (known?.runId === telemetry.runId)
      return { value: known.value, measured: 'validation', examples: known.examples };
    return point.accuracy === null ? NOTHING : { value: point.accuracy, measured: 'training' };
  }
}
