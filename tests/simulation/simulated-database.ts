import type { KeptKind } from '@/classroom/kept';
import { byKey } from '@/classroom/kept';
import type { ClassState } from '@/classroom/state';
import type { StepRecord } from '@/classroom/step-records';
import type { ClassEvent } from '@/protocol/class-event';
import type { RunSummary } from '@/protocol/run';
import type { AppendRequest, StoredBatch } from '@/server/store/append-request';
import { changesOf, decideAppends, type RunHead } from '@/server/store/append-rules';
import type { ClassChange } from '@/server/store/class-change';
import { newestPoint } from '@/server/store/points';
import type { AppendOutcome, AttachedRun, RunToAttach } from '@/server/store/store';
import type { LeaseTable } from './lease-table';

/** A run with all that is stored of it. */
export interface RowOfRun {
  run: RunToAttach;
  head: RunHead;
  summary: RunSummary;
  batches: StoredBatch[];
}

/** What has been committed: survives every server, and changes one commit after another. */
export class SimulatedDatabase {
  readonly runs = new Map<string, RowOfRun>();
  readonly events: ClassEvent[] = [];
  /** Every state that was ever committed, by its version. */
  readonly versions = new Map<number, ClassState>();
  /** What may never happen, seen where it would: in the commits themselves. */
  readonly broken: string[] = [];
  /** The rules for batches; a planted bug has its own. */
  decide = decideAppends;
  private steps: StepRecord[] = [];

  constructor(
    public state: ClassState,
    /** Null: there is one server. */
    readonly leases: LeaseTable | null,
  ) {
    this.versions.set(state.version, state);
  }

  /** As applyClassChange does it; what has changed is put together from the change alone. */
  applyChange(change: ClassChange, node: string): 'saved' | 'conflict' | 'fenced' {
    if (change.fence && this.leases && !this.leases.stillHolds(change.fence)) return 'fenced';
    if (change.expectedVersion !== this.state.version) return 'conflict';
    const owner = this.leases?.ownerOf(change.id) ?? null;
    if (owner !== null && owner !== node) this.broken.push('an old owner has written over a new one');
    this.state = changed(this.state, change);
    if (this.versions.has(this.state.version)) this.broken.push('a version was written twice');
    this.versions.set(this.state.version, this.state);
    this.events.push(...change.events);
    return 'saved';
  }

  addEvents(events: readonly ClassEvent[]): void {
    this.events.push(...events);
  }

  attachRun(run: RunToAttach, now: number): AttachedRun | null {
    const known = this.runs.get(run.id);
    if (known && (known.run.studentId !== run.studentId || known.run.classId !== run.classId)) return null;
    if (!known && this.state.students[run.studentId] === undefined) return null;
    const row = known ?? newRow(run, now);
    row.head = { ...row.head, epoch: row.head.epoch + 1 };
    this.runs.set(run.id, row);
    return { epoch: row.head.epoch, summary: row.summary };
  }

  /** One transaction, by the rules of the store. */
  append(requests: readonly AppendRequest[]): AppendOutcome[] {
    const ids = new Set(requests.map(({ runId }) => runId));
    const heads = [...ids].flatMap((id) => this.runs.get(id)?.head ?? []);
    const { outcomes, accepted } = this.decide(heads, requests);
    for (const [at, { runId, epoch }] of requests.entries()) {
      if (outcomes[at]!.kind === 'stored' && epoch !== this.runs.get(runId)!.head.epoch)
        this.broken.push('an older tab has written');
    }
    this.write(heads, accepted);
    return outcomes;
  }

  /** Writes batches that were decided to follow these heads. */
  write(heads: readonly RunHead[], accepted: readonly StoredBatch[]): void {
    for (const batch of accepted) this.runs.get(batch.runId)!.batches.push(batch);
    for (const { head, lastPoints, report, updatedAt } of changesOf(heads, accepted)) {
      const row = this.runs.get(head.id)!;
      row.head = head;
      row.summary = {
        ...row.summary,
        ...{ state: head.state, highWater: head.highWater, pointCount: head.pointCount, updatedAt },
        ...(lastPoints !== null && { last: newestPoint(lastPoints) }),
        ...(report !== null && { report: JSON.parse(report) as RunSummary['report'] }),
      };
    }
  }

  listRuns(studentId: string | null): RunSummary[] {
    const summaries = [...this.runs.values()].map(({ summary }) => summary);
    return summaries.filter((run) => studentId === null || run.studentId === studentId);
  }

  saveSteps(records: readonly StepRecord[]): void {
    const keyOf = ({ studentId, stepId }: StepRecord) => `${studentId} ${stepId}`;
    const newer = new Set(records.map(keyOf));
    this.steps = [...this.steps.filter((record) => !newer.has(keyOf(record))), ...records];
  }

  listSteps(): StepRecord[] {
    return this.steps;
  }
}

function newRow(run: RunToAttach, now: number): RowOfRun {
  const { id, studentId, experiment, backend, continues } = run;
  return {
    run,
    head: { id, epoch: 0, highWater: 0, state: 'training', pointCount: 0 },
    summary: {
      ...{ id, studentId, experiment, backend, state: 'training', createdAt: now, updatedAt: now },
      ...{ highWater: 0, pointCount: 0, last: null, report: null, verifiedAccuracy: null },
      ...(continues && { continues }),
    },
    batches: [],
  };
}

/** The stored state after a change that was written. */
function changed(before: ClassState, change: ClassChange): ClassState {
  const removed = new Set(change.removedStudents);
  const students = Object.fromEntries(Object.entries(before.students).filter(([id]) => !removed.has(id)));
  for (const student of [...change.changedStudents, ...change.newStudents]) students[student.id] = student;
  const kept = Object.fromEntries(
    (Object.keys(change.kept) as KeptKind[]).map((kind) => [
      kind,
      { ...before[kind], ...byKey(kind, change.kept[kind] as never) },
    ]),
  );
  const { added, dismissed } = change.messages;
  const messages = [...before.messages, ...added].map((message) => {
    const put = dismissed.filter(({ messageId }) => messageId === message.id);
    const to = Object.fromEntries(put.map(({ studentId, at }) => [studentId, at]));
    return put.length === 0 ? message : { ...message, to: { ...message.to, ...to } };
  });
  return {
    ...before,
    ...change.fields,
    ...kept,
    coOwners: change.coOwners ?? before.coOwners,
    assistants: change.assistants ?? before.assistants,
    bookmarks: change.bookmarks ?? before.bookmarks,
    setUps: change.setUps ?? before.setUps,
    students,
    scores: [...before.scores, ...change.newScores],
    messages,
  };
}
