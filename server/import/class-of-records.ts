import { byKey } from '@/classroom/kept';
import { nicknameKey } from '@/classroom/nicknames/nickname-key';
import { type ClassMessage, type ClassState, createClass, type Student } from '@/classroom/state';
import type { StepRecord } from '@/classroom/step-records';
import type { Bookmark } from '@/protocol/bookmark';
import type { ClassEvent } from '@/protocol/class-event';
import type { ClassFileData } from '@/protocol/class-file';
import { LIMITS } from '@/protocol/limits';
import type { Remark } from '@/protocol/remarks';
import type { Snapshot } from '@/protocol/snapshot';
import type { ClassRecord, ReadData } from './class-record';

/** A class as its file tells it, without what is too large to be held: points, weights, moments and drawings. */
export interface ReadClass {
  /** Of nobody yet, with no code. */
  state: ClassState;
  labels: string[] | null;
  events: ClassEvent[];
  steps: StepRecord[];
  remarks: Remark[];
  digest: string;
  counts: { students: number; runs: number; points: number; submissions: number; drawings: number };
}

/** Gathers the records of a whole file. */
export async function classOfRecords(records: AsyncIterable<ClassRecord>): Promise<ReadClass> {
  const of = new Gathered();
  for await (const record of records) of.take(record);
  return of.whole();
}

class Gathered {
  private about: ReadData<'class'> | null = null;
  private digest = '';
  private readonly students: Student[] = [];
  private readonly scores: ClassState['scores'][number][] = [];
  private readonly results: ClassFileData<'result'>[] = [];
  private readonly guesses: ClassFileData<'guess'>[] = [];
  private readonly measurements: ClassFileData<'measurement'>[] = [];
  private readonly helps: ClassFileData<'help'>[] = [];
  private readonly votes: ClassFileData<'vote'>[] = [];
  private readonly ensembles: ClassFileData<'ensemble'>[] = [];
  private readonly knobs: ClassFileData<'knob'>[] = [];
  private readonly merges: ClassFileData<'merge'>[] = [];
  private readonly fools: ClassFileData<'fool'>[] = [];
  private readonly fooled: ClassFileData<'fooled'>[] = [];
  private readonly audits: ClassFileData<'audit'>[] = [];
  private readonly rounds: ClassFileData<'rounds'>[] = [];
  private readonly leaks: ClassFileData<'leak'>[] = [];
  private readonly relays: ClassFileData<'relay'>[] = [];
  private readonly answers: ClassFileData<'answer'>[] = [];
  private readonly messages: ClassMessage[] = [];
  private readonly bookmarks: Bookmark[] = [];
  private readonly snapshots: Snapshot[] = [];
  private readonly events: ClassEvent[] = [];
  private readonly stepRecords: StepRecord[] = [];
  private readonly remarks: Remark[] = [];
  private rerun: Pick<ClassState, 'rerun' | 'rerunShownAt'> = { rerun: null, rerunShownAt: null };
  private reveal: ClassState['reveal'] = null;
  private teamRace: ClassState['teamRace'] = null;
  private readonly counts = { students: 0, runs: 0, points: 0, submissions: 0, drawings: 0 };

  take(record: ClassRecord): void {
    switch (record.kind) {
      case 'class':
        this.about = record.data;
        break;
      case 'student':
        this.counts.students += 1;
        this.students.push(studentOf(record.data));
        break;
      case 'run':
        this.counts.runs += 1;
        this.counts.points += record.data.points;
        break;
      case 'submission':
        this.counts.submissions += 1;
        // That it is known has been looked at.
        this.scores.push({ ...record.data, privateAccuracy: record.data.privateAccuracy ?? 0 });
        break;
      case 'rerun': {
        const { races, rows, shownAt } = record.data;
        const kept = rows.map(({ submissionId, ...row }) => ({ ...row, scoreId: submissionId }));
        this.rerun = { rerun: { races, rows: kept }, rerunShownAt: shownAt };
        break;
      }
      case 'reveal':
        this.reveal = record.data;
        break;
      case 'teams':
        this.teamRace = record.data;
        break;
      case 'drawing':
        this.counts.drawings += 1;
        break;
      case 'result':
        this.results.push(record.data);
        break;
      case 'guess':
        this.guesses.push(record.data);
        break;
      case 'measurement':
        this.measurements.push(record.data);
        break;
      case 'help':
        this.helps.push(record.data);
        break;
      case 'vote':
        this.votes.push(record.data);
        break;
      case 'ensemble':
        this.ensembles.push(record.data);
        break;
      case 'knob':
        this.knobs.push(record.data);
        break;
      case 'merge':
        this.merges.push(record.data);
        break;
      case 'fool':
        this.fools.push(record.data);
        break;
      case 'fooled':
        this.fooled.push(record.data);
        break;
      case 'audit':
        this.audits.push(record.data);
        break;
      case 'rounds':
        this.rounds.push(record.data);
        break;
      case 'leak':
        this.leaks.push(record.data);
        break;
      case 'relay':
        this.relays.push(record.data);
        break;
      case 'answer':
        this.answers.push(record.data);
        break;
      case 'message':
        this.messages.push(record.data);
        break;
      case 'bookmark':
        this.bookmarks.push(record.data);
        break;
      case 'snapshot':
        this.snapshots.push(record.data);
        break;
      case 'event':
        this.events.push(record.data);
        break;
      case 'step':
        this.stepRecords.push({ ...record.data, hints: record.data.hints ?? 0 });
        break;
      case 'remark':
        this.remarks.push(record.data);
        break;
      case 'end':
        this.digest = record.data.digest;
        break;
      case 'points':
      case 'weights':
      case 'checkpoint':
        break;
    }
  }

  whole(): ReadClass {
    if (this.about === null) throw new TypeError('a class file was read that has no class');
    const { id, lessonId, dataset, steps, createdAt, startedAt, endedAt, drawingLabels, quiz } = this.about;
    const { race, lastBest } = this.about;
    const made = {
      ...{ id, code: '', teacherId: '', lessonId, dataset, steps, quiz: quiz ?? false },
      maxStudents: LIMITS.studentsPerClass,
    };
    const state: ClassState = {
      ...createClass(made, createdAt),
      phase: 'ended',
      ...(race && { race }),
      ...(lastBest && { lastBest }),
      startedAt,
      endedAt: endedAt ?? startedAt ?? createdAt,
      version: Math.max(1, ...this.events.map(({ version }) => version)),
      students: Object.fromEntries(this.students.map((student) => [student.id, student])),
      scores: this.scores,
      ...this.rerun,
      reveal: this.reveal,
      teamRace: this.teamRace,
      messages: this.messages,
      bookmarks: this.bookmarks,
      snapshots: this.snapshots,
      votes: this.votes,
      ensembles: this.ensembles,
      knobs: this.knobs,
      merges: this.merges,
      fools: this.fools,
      audits: this.audits,
      rounds: this.rounds,
      leaks: this.leaks,
      relays: this.relays,
      results: byKey('results', this.results),
      predictions: byKey('predictions', this.guesses),
      measurements: byKey('measurements', this.measurements),
      helps: byKey('helps', this.helps),
      answers: byKey('answers', this.answers),
      fooled: byKey('fooled', this.fooled),
    };
    const { events, stepRecords, remarks, digest, counts } = this;
    return { state, labels: drawingLabels, events, steps: stepRecords, remarks, digest, counts };
  }
}

/** Nobody can come back as this student: its secret stays where it was made. */
function studentOf({ id, nickname, mark, membership, joinedAt, team }: ReadData<'student'>): Student {
  return {
    ...{ id, nickname, mark, membership, joinedAt },
    nicknameKey: nicknameKey(nickname),
    secretHash: '',
    device: null,
    sentOutFrom: null,
    sweptSince: null,
    team: team ?? null,
  };
}
