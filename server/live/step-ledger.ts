import type { Logger } from 'pino';
import { newStepRecord, type StepRecord, withReport, withTime } from '@/classroom/step-records';
import type { Condition } from '@/protocol/condition';
import type { FindingKind } from '@/protocol/finding';
import { refusalOf } from '@/server/store/storage-trouble';
import type { Store } from '@/server/store/store';

/** Milliseconds for which changes are gathered: a class that works changes all the time, and a crash may cost so much of a summary. */
const GATHER_MS = 10_000;

interface LedgerParts {
  classId: string;
  store: Pick<Store, 'saveStepRecords'>;
  now: () => number;
  log: Logger;
}

/**
 * How far each student came with each step: from what their pages say, put down a few times a minute for everybody together. At most one
 * record a student and step of the lesson.
 */
export class StepLedger {
  private readonly records = new Map<string, StepRecord>();
  private readonly changed = new Set<string>();
  /** Where each student is now, with the page in front. */
  private readonly places = new Map<string, { stepId: string; since: number }>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    stored: readonly StepRecord[],
    private readonly parts: LedgerParts,
  ) {
    for (const record of stored) this.records.set(keyOf(record), record);
  }

  /** A page says how it stands with its student at this step of the lesson. */
  reported(studentId: string, stepId: string, { done, findings, hidden }: Condition): void {
    const now = this.parts.now();
    this.leave(studentId, now);
    const before = this.records.get(keyOf({ studentId, stepId })) ?? newStepRecord(studentId, stepId, now);
    const kinds = findings.map(({ kind }) => kind);
    this.put(withReport(before, { done, findings: kinds }, now));
    if (!hidden) this.places.set(studentId, { stepId, since: now });
  }

  /** A student's page is gone, or its class is over. */
  left(studentId: string): void {
    this.leave(studentId, this.parts.now());
  }

  /** Nobody goes on: the class is over. */
  over(): void {
    for (const studentId of [...this.places.keys()]) this.left(studentId);
    void this.flush();
  }

  /** All that the doctor ever found in a student's trainings. */
  findingsOf(studentId: string): FindingKind[] {
    return [...this.records.values()].flatMap((record) =>
      record.studentId === studentId ? record.findings : [],
    );
  }

  forget(studentId: string): void {
    this.places.delete(studentId);
    for (const [key, record] of this.records)
      if (record.studentId === studentId) {
        this.records.delete(key);
        this.changed.delete(key);
      }
  }

  /** Writes what has changed; resolves when it is stored, or could not be just now. */
  flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  close(): void {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private leave(studentId: string, now: number): void {
    const place = this.places.get(studentId);
    if (!place) return;
    this.places.delete(studentId);
    const record = this.records.get(keyOf({ studentId, stepId: place.stepId }));
    if (record) this.put(withTime(record, place.since, now));
  }

  private put(record: StepRecord): void {
    const key = keyOf(record);
    if (this.records.get(key) === record) return;
    this.records.set(key, record);
    this.changed.add(key);
    this.writeLater();
  }

  private writeLater(): void {
    if (this.closed || this.timer !== null) return;
    this.timer = setTimeout(() => void this.flush(), GATHER_MS);
    this.timer.unref();
  }

  private async write(): Promise<void> {
    const keys = [...this.changed];
    if (keys.length === 0) return;
    this.changed.clear();
    const { store, classId, log } = this.parts;
    try {
      await store.saveStepRecords(
        classId,
        keys.flatMap((key) => this.records.get(key) ?? []),
      );
    } catch (error) {
      for (const key of keys) if (this.records.has(key)) this.changed.add(key);
      // The storage says by itself how it is; all is tried again.
      if (!refusalOf(error)) log.error({ err: error, classId }, 'how far students came could not be written');
      this.writeLater();
    }
  }
}

const keyOf = ({ studentId, stepId }: Pick<StepRecord, 'studentId' | 'stepId'>) => `${studentId} ${stepId}`;
