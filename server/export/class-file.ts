import { createHash } from 'node:crypto';
import { rankClass } from '@/classroom/board';
import type { ClassState } from '@/classroom/state';
import type { StepRecord } from '@/classroom/step-records';
import type { Audit } from '@/protocol/audit';
import { bytesToText } from '@/protocol/bytes-text';
import type { CheckpointListing } from '@/protocol/checkpoints';
import type { ClassEvent } from '@/protocol/class-event';
import {
  CLASS_FILE_FORMAT,
  CLASS_FILE_RECORDS,
  CLASS_FILE_VERSION,
  type ClassFileData,
  type ClassFileKind,
  POINTS_PER_RECORD,
} from '@/protocol/class-file';
import type { Ensemble } from '@/protocol/ensemble';
import type { Knob } from '@/protocol/knob';
import type { Leak } from '@/protocol/leak';
import type { Merge } from '@/protocol/merge';
import { isSameRace, USUAL_RACE } from '@/protocol/race';
import type { Remark } from '@/protocol/remarks';
import type { Reveal } from '@/protocol/reveal';
import type { Rounds } from '@/protocol/rounds';
import type { Point, RunSummary } from '@/protocol/run';
import type { TeamRace } from '@/protocol/team-race';
import type { StoredPool } from '@/server/store/pool-rows';
import { type ExportSource, privateAccuracy, studentName } from './export-source';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The lines of the file, and what all of them hash to. */
class Records {
  private readonly all = createHash('sha256');
  private count = 0;

  line<Kind extends Exclude<ClassFileKind, 'end'>>(kind: Kind, data: ClassFileData<Kind>): string {
    const line = record(kind, data);
    this.all.update(line.sha256);
    this.count += 1;
    return `${this.count === 1 ? '[\n' : ',\n'}${line.text}`;
  }

  end(): string {
    return `,\n${record('end', { records: this.count, digest: this.all.digest('hex') }).text}\n]\n`;
  }
}

function record<Kind extends ClassFileKind>(kind: Kind, data: ClassFileData<Kind>) {
  // Fields in the order of the schema, whoever made the object. Points have theirs from where they are unpacked, and are many.
  const json = JSON.stringify(kind === 'points' ? data : CLASS_FILE_RECORDS[kind].parse(data));
  const hash = sha256(json);
  return { sha256: hash, text: `{"kind":"${kind}","sha256":"${hash}","data":${json}}` };
}

/** What a class's file is made of. */
export interface ClassFileSource extends ExportSource {
  pool: StoredPool;
  events: readonly ClassEvent[];
  steps: readonly StepRecord[];
  remarks: readonly Remark[];
  /** All points of a run as they came. */
  batchesOf(runId: string): Promise<readonly { at: number; points: readonly Point[] }[]>;
  /** The kept moments of a run, in order, and the weights of one; null: it has gone meanwhile. */
  checkpointsOf(runId: string): Promise<readonly CheckpointListing[]>;
  checkpointAt(runId: string, step: number): Promise<Uint8Array | null>;
}

/**
 * A whole class as one JSON file (protocol/class-file), in pieces. Without names what people have written is left out: it may name somebody. Kept things
 * stand in an order that does not depend on where they were kept, so that the same class gives the same digest on every server.
 */
export async function* classFile(source: ClassFileSource): AsyncGenerator<string> {
  const { state, runs, pool, named, events } = source;
  const records = new Records();
  yield records.line('class', {
    format: CLASS_FILE_FORMAT,
    version: CLASS_FILE_VERSION,
    id: state.id,
    lessonId: state.lessonId,
    dataset: state.dataset,
    steps: state.steps && [...state.steps],
    phase: state.phase,
    createdAt: state.createdAt,
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    drawingLabels: pool.labels,
    quiz: state.quiz,
    ...(!isSameRace(state.race, USUAL_RACE) && { race: state.race }),
    ...(state.lastBest && { lastBest: state.lastBest }),
  });
  for (const { id, mark, membership, joinedAt, team } of Object.values(state.students))
    yield records.line('student', {
      ...{ id, nickname: studentName(source, id), mark, membership, joinedAt },
      team: named ? team : null,
    });
  for (const run of runs) yield* runRecords(source, records, run);
  for (const { right: _hidden, ...score } of state.scores)
    yield records.line('submission', {
      ...score,
      privateAccuracy: privateAccuracy(source, score.privateAccuracy),
    });
  const rerun = rerunData(state);
  if (rerun) yield records.line('rerun', rerun);
  if (state.reveal) yield records.line('reveal', revealData(state.reveal));
  if (state.teamRace) yield records.line('teams', teamRaceData(state.teamRace, named));
  for (const remark of named ? source.remarks : []) yield records.line('remark', remark);
  for (const result of ordered(state.results, ({ at, part }) => [at, part]))
    yield records.line('result', result);
  for (const guess of ordered(state.predictions, ({ committedAt, stepId }) => [committedAt, stepId]))
    yield records.line('guess', guess);
  for (const { studentId, software, figures, measuredAt } of ordered(state.measurements, (one) => [
    one.measuredAt,
    '',
  ]))
    yield records.line('measurement', { studentId, software, figures, measuredAt });
  for (const step of ordered(source.steps, ({ firstAt, stepId }) => [firstAt, stepId]))
    yield records.line('step', stepData(step));
  for (const message of named ? state.messages : [])
    yield records.line('message', { ...message, to: sorted(message.to) });
  for (const drawing of pool.drawings)
    yield records.line('drawing', { ...drawing, pixels: bytesToText(drawing.pixels) });
  for (const bookmark of named ? state.bookmarks : []) yield records.line('bookmark', bookmark);
  for (const { works, ...snapshot } of named ? state.snapshots : [])
    yield records.line('snapshot', { ...snapshot, works: [...works] });
  for (const call of ordered(state.helps, ({ askedAt, number }) => [askedAt, String(number)]))
    yield records.line('help', call);
  for (const vote of state.votes) yield records.line('vote', vote);
  for (const ensemble of state.ensembles) yield records.line('ensemble', withSortedAlone(ensemble));
  for (const knob of state.knobs) yield records.line('knob', withSortedRounds(knob));
  for (const merge of state.merges) yield records.line('merge', withSortedMembers(merge));
  for (const fool of state.fools) yield records.line('fool', { ...fool, others: [...fool.others] });
  for (const fooled of ordered(state.fooled, ({ triedAt, id }) => [triedAt, id]))
    yield records.line('fooled', fooled);
  for (const audit of state.audits) yield records.line('audit', withSortedNetworks(audit));
  for (const rounds of state.rounds) yield records.line('rounds', withSortedDevices(rounds));
  for (const leak of state.leaks) yield records.line('leak', withSortedSenders(leak));
  for (const relay of state.relays) yield records.line('relay', relay);
  for (const answer of ordered(state.answers, ({ answeredAt, question }) => [answeredAt, question]))
    yield records.line('answer', answer);
  for (const event of events) yield records.line('event', event);
  yield records.end();
}

/** Null: the race of the final board was not run again. */
function rerunData(state: ClassState): ClassFileData<'rerun'> | null {
  const rows = rankClass(state).places.flatMap(({ submissionId, place, again }) =>
    submissionId !== null && again
      ? [{ submissionId, first: again.first, last: again.last, wins: again.wins, shared: place }]
      : [],
  );
  if (state.rerun === null || rows.length === 0) return null;
  return { races: state.rerun.races, shownAt: state.rerunShownAt, rows };
}

const revealData = ({ race, ...reveal }: Reveal): ClassFileData<'reveal'> => ({
  ...reveal,
  race: race && { ...race, networks: [...race.networks], awards: [...race.awards] },
});

/** Who is in which team may be told by its name: without names it has a number. */
const teamRaceData = ({ teams, ...race }: TeamRace, named: boolean): ClassFileData<'teams'> => ({
  ...race,
  teams: teams.map(({ studentIds, team, ...one }, at) => ({
    ...one,
    team: named ? team : String(at + 1),
    studentIds: [...studentIds],
  })),
});

async function* runRecords(
  source: ClassFileSource,
  records: Records,
  run: RunSummary,
): AsyncGenerator<string> {
  const { id: runId, studentId, experiment, backend, createdAt, updatedAt, pointCount, report } = run;
  yield records.line('run', {
    ...{ id: runId, studentId, experiment, backend, state: run.state, createdAt, updatedAt },
    ...{ points: pointCount, report, continues: run.continues ?? null },
  });
  for (const { at, points } of await source.batchesOf(runId))
    for (let from = 0; from < points.length; from += POINTS_PER_RECORD)
      yield records.line('points', { runId, points: points.slice(from, from + POINTS_PER_RECORD), at });
  const weights = await source.weightsOf(runId);
  if (weights) yield records.line('weights', { runId, float32: bytesToText(weights) });
  for (const { size: _size, findings, ...moment } of await source.checkpointsOf(runId)) {
    const bytes = await source.checkpointAt(runId, moment.step);
    if (bytes)
      yield records.line('checkpoint', {
        ...{ runId, ...moment, findings: [...findings] },
        float32: bytesToText(bytes),
      });
  }
}

/** By their students, whatever the order in which they were counted. */
const withSortedAlone = ({ found, ...ensemble }: Ensemble): Ensemble => ({
  ...ensemble,
  found: found && { ...found, alone: sorted(found.alone) },
});

const withSortedRounds = ({ rounds, ...knob }: Knob): Knob => ({
  ...knob,
  rounds: rounds.map((round) => ({
    ...round,
    expected: sorted(round.expected),
    dealt: sorted(round.dealt),
  })),
});

const withSortedMembers = ({ dealt, found, ...merge }: Merge): Merge => ({
  ...{ ...merge, dealt: sorted(dealt) },
  found: found && { ...found, members: sorted(found.members) },
});

const withSortedNetworks = ({ dealt, taps, found, ...audit }: Audit): Audit => ({
  ...{ ...audit, dealt: sorted(dealt), taps: sorted(taps) },
  found: found && { ...found, networks: sorted(found.networks) },
});

const withSortedDevices = ({ dealt, alone, ...rounds }: Rounds): Rounds => ({
  ...{ ...rounds, dealt: sorted(dealt), alone: sorted(alone) },
});

const withSortedSenders = ({ sent, told, sum, ...leak }: Leak): Leak => ({
  ...{ ...leak, sent: sorted(sent), told: sorted(told) },
  sum: sum && { ...sum, keys: sorted(sum.keys), noise: sorted(sum.noise) },
});

const stepData = ({ items, findings, ...record }: StepRecord) => ({
  ...record,
  items: [...items],
  findings: [...findings],
});

/** By time, and where that is the same by student and by what else tells two apart. */
function ordered<Thing extends { studentId: string }>(
  things: Readonly<Record<string, Thing>> | readonly Thing[],
  by: (thing: Thing) => readonly [at: number, rest: string],
): Thing[] {
  const keyed = Object.values<Thing>(things).map((thing) => {
    const [at, rest] = by(thing);
    return { thing, at, rest: `${thing.studentId} ${rest}` };
  });
  return keyed
    .sort((one, other) => one.at - other.at || (one.rest < other.rest ? -1 : 1))
    .map(({ thing }) => thing);
}

const sorted = <Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1)));
