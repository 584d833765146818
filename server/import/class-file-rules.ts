import { isBefore } from '@/classroom/reveal-stops';
import { isPossible } from '@/engine/runs/points-experiment';
import { readRunWeights } from '@/engine/runs/run-weights';
import type { Audit } from '@/protocol/audit';
import { textToBytes } from '@/protocol/bytes-text';
import { CLASS_FILE_KINDS, type ClassFileKind } from '@/protocol/class-file';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import type { RunExperiment } from '@/protocol/experiment';
import type { Fool, Fooled } from '@/protocol/fool';
import { FOOL } from '@/protocol/fool-rules';
import type { KnobRound } from '@/protocol/knob';
import type { Leak } from '@/protocol/leak';
import { LIMITS } from '@/protocol/limits';
import type { Merge } from '@/protocol/merge';
import { POOL } from '@/protocol/pool-rules';
import type { Relay } from '@/protocol/relay';
import { relayWeightCount } from '@/protocol/relay-settings';
import type { Rounds } from '@/protocol/rounds';
import { isOnPoints } from '@/protocol/run-kind';
import type { ClassRecord, ReadData } from './class-record';

/** A run's points, weights and moments stand behind it. */
const WITH_RUNS: ReadonlySet<ClassFileKind> = new Set(['run', 'points', 'weights', 'checkpoint']);
const RANK = new Map(
  CLASS_FILE_KINDS.map((kind, index) => [
    kind,
    WITH_RUNS.has(kind) ? CLASS_FILE_KINDS.indexOf('run') : index,
  ]),
);

/** How many records of a kind a class may have. */
const MOST: Partial<Record<ClassFileKind, number>> = {
  class: 1,
  student: LIMITS.identitiesPerClass,
  run: LIMITS.identitiesPerClass * LIMITS.runsPerStudent,
  submission: LIMITS.identitiesPerClass * LIMITS.submissionsPerStudent,
  rerun: 1,
  reveal: 1,
  teams: 1,
  message: LIMITS.messagesPerClass,
  bookmark: LIMITS.bookmarksPerClass,
  snapshot: LIMITS.snapshotsPerClass,
  drawing: POOL.perClass,
  vote: LIMITS.votesPerClass,
  ensemble: LIMITS.ensemblesPerClass,
  knob: LIMITS.knobsPerClass,
  merge: LIMITS.mergesPerClass,
  fool: LIMITS.foolsPerClass,
  fooled: LIMITS.fooledPerClass,
  audit: LIMITS.auditsPerClass,
  rounds: LIMITS.roundsPerClass,
  leak: LIMITS.leaksPerClass,
  relay: LIMITS.relaysPerClass,
  event: LIMITS.eventsPerClass,
  end: 1,
};

interface OpenRun {
  id: string;
  experiment: RunExperiment;
  /** That are to come yet. */
  points: number;
  weighed: boolean;
  moments: number;
  /** Of the last moment. */
  step: number;
}

/** What the records of a class hold together, beyond each one's own shape: order, nothing twice, everything referred to there. Pure. */
export class RecordRules {
  private rank = -1;
  private readonly counts = new Map<ClassFileKind, number>();
  private readonly seen = new Set<string>();
  private readonly students = new Set<string>();
  private readonly runs = new Map<string, string>();
  private readonly submissions = new Set<string>();
  /** What is drawn in each game, and by game and student how many drawings there are. */
  private readonly games = new Map<string, DatasetId>();
  private readonly tries = new Map<string, number>();
  /** The run that was read last, and what is to follow of it. */
  private run: OpenRun | null = null;
  /** Bytes of all moments so far. */
  private momentBytes = 0;

  /** Whether the record may stand here; one that may not leaves the rules as nobody should go on with. */
  accept(record: ClassRecord): boolean {
    const { kind } = record;
    const rank = RANK.get(kind)!;
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    if (rank < this.rank || count > (MOST[kind] ?? Number.POSITIVE_INFINITY)) return false;
    if (this.rank < 0 && kind !== 'class') return false;
    if (!WITH_RUNS.has(kind) && !this.isRunWhole()) return false;
    this.rank = rank;
    return this.fits(record);
  }

  private fits(record: ClassRecord): boolean {
    switch (record.kind) {
      case 'class': {
        const { createdAt, startedAt, endedAt } = record.data;
        return createdAt <= (startedAt ?? createdAt) && (startedAt ?? createdAt) <= (endedAt ?? createdAt);
      }
      case 'student':
        this.students.add(record.data.id);
        return this.isNew('student', record.data.id);
      case 'run': {
        if (!this.isRunWhole()) return false;
        const { id, studentId, points, createdAt, updatedAt, experiment } = record.data;
        if (isOnPoints(experiment) && !isPossible(experiment)) return false;
        this.run = { id, points, weighed: false, experiment, moments: 0, step: 0 };
        this.runs.set(id, studentId);
        return this.isNew('run', id) && this.isStudent(studentId) && createdAt <= updatedAt;
      }
      case 'points':
        return this.takesPoints(record.data);
      case 'weights': {
        const isOwn =
          this.run?.id === record.data.runId &&
          !this.run.weighed &&
          this.run.points === 0 &&
          this.run.moments === 0;
        if (this.run) this.run.weighed = true;
        return isOwn;
      }
      case 'checkpoint':
        return this.takesMoment(record.data);
      case 'submission': {
        const { id, runId, studentId, privateAccuracy } = record.data;
        this.submissions.add(id);
        return this.isNew('submission', id) && this.runs.get(runId) === studentId && privateAccuracy !== null;
      }
      case 'rerun': {
        const { races, rows } = record.data;
        const count = rows.length;
        return rows.every(
          ({ submissionId, first, last, wins, shared }) =>
            this.submissions.has(submissionId) &&
            this.isNew('rerun', submissionId) &&
            wins <= races &&
            [{ first, last }, shared].every((of) => of === null || (of.first <= of.last && of.last <= count)),
        );
      }
      case 'reveal':
        return this.isReveal(record.data);
      case 'teams':
        return record.data.teams.every(
          ({ team, studentIds, size, missing }) =>
            this.isNew('teams', team) &&
            missing < size &&
            studentIds.length <= size &&
            studentIds.every((id) => this.isStudent(id) && this.isNew('teams', id)),
        );
      case 'remark':
        return (
          this.runs.has(record.data.runId) && this.isNew('remark', `${record.data.runId} ${record.data.kind}`)
        );
      case 'result':
        return this.isOwn('result', record.data.studentId, record.data.part);
      case 'guess':
        return this.isOwn('guess', record.data.studentId, record.data.stepId);
      case 'measurement':
        return this.isOwn('measurement', record.data.studentId, '');
      case 'step': {
        const { studentId, stepId, firstAt, lastAt } = record.data;
        return this.isOwn('step', studentId, stepId) && firstAt <= lastAt;
      }
      case 'message': {
        const to = Object.keys(record.data.to);
        return this.isNew('message', record.data.id) && to.length > 0 && to.every((id) => this.isStudent(id));
      }
      case 'drawing':
        return this.isNew('drawing', record.data.id) && this.isStudentOrNobody(record.data.studentId);
      case 'bookmark':
        return this.isNew('bookmark', record.data.id);
      case 'snapshot':
        return this.isNew('snapshot', record.data.id) && this.isStudent(record.data.studentId);
      case 'help': {
        const { studentId, number, partnerId } = record.data;
        return this.isOwn('help', studentId, String(number)) && this.isStudentOrNobody(partnerId);
      }
      case 'vote':
        return this.isNew('vote', record.data.id);
      case 'ensemble': {
        const { id, countedAt, found } = record.data;
        return (
          this.isNew('ensemble', id) &&
          (countedAt === null) === (found === null) &&
          Object.keys(found?.alone ?? {}).every((studentId) => this.isStudent(studentId))
        );
      }
      case 'knob': {
        const { id, rounds } = record.data;
        return this.isNew('knob', id) && rounds.every((round) => this.isDealt(round));
      }
      case 'merge':
        return this.isNew('merge', record.data.id) && this.isMerged(record.data);
      case 'fool':
        return this.isNew('fool', record.data.id) && this.isGame(record.data);
      case 'fooled':
        return this.isOwn('fooled', record.data.studentId, record.data.id) && this.isRead(record.data);
      case 'audit':
        return this.isNew('audit', record.data.id) && this.isAudited(record.data);
      case 'rounds':
        return this.isNew('rounds', record.data.id) && this.isHeld(record.data);
      case 'leak':
        return this.isNew('leak', record.data.id) && this.hasSenders(record.data);
      case 'relay':
        return this.isNew('relay', record.data.id) && this.isSeated(record.data);
      case 'answer':
        return this.isOwn('answer', record.data.studentId, record.data.question);
      case 'event':
        return this.isStudentOrNobody(record.data.studentId);
      case 'end':
        return true;
    }
  }

  /** Moments of the run before, by rising steps, each with weights of its network. */
  private takesMoment({ runId, step, float32 }: ReadData<'checkpoint'>): boolean {
    const { run } = this;
    if (run?.id !== runId || run.points > 0 || step <= run.step) return false;
    run.moments += 1;
    run.step = step;
    const bytes = textToBytes(float32);
    this.momentBytes += bytes?.byteLength ?? 0;
    return (
      run.moments <= LIMITS.checkpointsPerRun &&
      this.momentBytes <= LIMITS.checkpointBytesPerClass &&
      bytes !== null &&
      typeof readRunWeights(run.experiment, bytes) !== 'string'
    );
  }

  private takesPoints({ runId, points }: ReadData<'points'>): boolean {
    const { run } = this;
    if (run?.id !== runId || run.weighed || run.moments > 0 || points.length > run.points) return false;
    run.points -= points.length;
    return true;
  }

  private isRunWhole(): boolean {
    return this.run === null || this.run.points === 0;
  }

  private isNew(kind: ClassFileKind, key: string): boolean {
    const place = `${kind} ${key}`;
    if (this.seen.has(place)) return false;
    this.seen.add(place);
    return true;
  }

  private isOwn(kind: ClassFileKind, studentId: string, key: string): boolean {
    return this.isStudent(studentId) && this.isNew(kind, `${studentId} ${key}`);
  }

  /** One share and one result a value, and only of students who are there. */
  private isDealt({ values, expected, dealt }: KnobRound): boolean {
    return (
      Object.values(expected).every((percents) => percents.length === values.length) &&
      Object.values(dealt).every(({ at }) => at < values.length) &&
      [...Object.keys(expected), ...Object.keys(dealt)].every((studentId) => this.isStudent(studentId))
    );
  }

  /** Averaged or not, and only of students who are there. */
  private isMerged({ dealt, found, averagedAt, stage }: Merge): boolean {
    return (
      (averagedAt === null) === (found === null) &&
      (found === null) === (stage === 'training') &&
      [
        ...Object.keys(dealt),
        ...Object.keys(found?.members ?? {}),
        ...(found?.shown ?? []).map(({ studentId }) => studentId),
      ].every((studentId) => this.isStudent(studentId))
    );
  }

  /** Networks of runs that are there, by their students. */
  private isGame({ id, dataset, leader, others }: Fool): boolean {
    this.games.set(id, dataset);
    return [...(leader ? [leader] : []), ...others].every(
      ({ studentId, runId }) => this.runs.get(runId) === studentId,
    );
  }

  /** Of a game that is there, with one count a label that add up, and no more of a student than may be. */
  private isRead({ foolId, studentId, id, label, answer, right, asked, said, pixels }: Fooled): boolean {
    const dataset = this.games.get(foolId);
    if (dataset === undefined || !this.isNew('fooled', id)) return false;
    const tries = (this.tries.get(`${foolId} ${studentId}`) ?? 0) + 1;
    this.tries.set(`${foolId} ${studentId}`, tries);
    const labels = DATASETS[dataset].labels.length;
    return (
      tries <= FOOL.tries &&
      Math.max(label, answer) < labels &&
      said.length === labels &&
      said[label] === right &&
      said.reduce((sum, count) => sum + count, 0) === asked &&
      textToBytes(pixels)?.length === POOL.pixels
    );
  }

  /** Asked or not, only of students who are there, and of networks that learned from what was dealt. */
  private isAudited({ dealt, taps, found, auditedAt, stage }: Audit): boolean {
    return (
      (auditedAt === null) === (found === null) &&
      (found === null) === (stage === 'training') &&
      [...Object.keys(dealt), ...Object.keys(taps)].every((studentId) => this.isStudent(studentId)) &&
      Object.keys(found?.networks ?? {}).every((studentId) => studentId in dealt) &&
      (found?.shown ?? []).every(({ studentId, data }) => dealt[studentId]?.data === data)
    );
  }

  /** Round after round, by no more than there were, and only of students who are there. */
  private isHeld({ dealt, sabotaging, alone, done, stage, round }: Rounds): boolean {
    return (
      done.every((result, at) => result.round === at + 1 && result.took <= result.here) &&
      (stage === 'asking' ? round === 0 : done.length === Math.max(0, round - 1)) &&
      [...Object.keys(dealt), ...sabotaging, ...Object.keys(alone)].every((id) => this.isStudent(id))
    );
  }

  /** Of networks that were handed in, each once, with an award of a kind at most. */
  private isReveal({ at, furthest, race }: ReadData<'reveal'>): boolean {
    if (isBefore(furthest, at)) return false;
    if (race === null) return furthest.phase === 'board';
    const { networks, awards } = race;
    return (
      networks.every(
        ({ scoreId, studentId }) =>
          this.submissions.has(scoreId) && this.isStudent(studentId) && this.isNew('reveal', scoreId),
      ) &&
      awards.every(
        ({ studentId, evidence }) => this.isStudent(studentId) && this.isNew('reveal', evidence.kind),
      )
    );
  }

  /** Masks or none, pictures of the data set's labels and of those alone who have sent something, and only of students who are there. */
  private hasSenders({ dataset, stage, sent, told, sum, sums }: Leak): boolean {
    const labels = DATASETS[dataset].labels.length;
    const pictures = [
      ...Object.values(told).map(({ pixels }) => pixels),
      ...Object.values(sum?.noise ?? {}),
      ...sums.flatMap(({ pixels }) => pixels ?? []),
    ];
    return (
      (stage === 'masked') === (sum !== null) &&
      (sum !== null || sums.length === 0) &&
      Object.values(told).every(({ label }) => label < labels) &&
      Object.keys(told).every((id) => id in sent) &&
      pictures.every((pixels) => textToBytes(pixels)?.length === POOL.pixels) &&
      sums.every(({ took, of }) => took <= of) &&
      [
        ...Object.keys(sent),
        ...Object.keys(sum?.keys ?? {}),
        ...Object.keys(sum?.noise ?? {}),
        ...(sum?.missing ?? []),
      ].every((id) => this.isStudent(id))
    );
  }

  /** As many seats and weights as its network has, nobody in two places, and only students who are there. */
  private isSeated({ stage, hidden, teams }: Relay): boolean {
    const sitting = teams
      .flatMap(({ seats, standIns }) => [...seats, ...standIns])
      .filter((id) => id !== null);
    return (
      (stage === 'asking') === (teams.length === 0) &&
      new Set(sitting).size === sitting.length &&
      sitting.every((id) => this.isStudent(id)) &&
      teams.every(
        ({ seats, weights, moves }) =>
          seats.length === hidden + 1 &&
          (weights.length === 0 || weights.length === relayWeightCount(hidden)) &&
          moves.every(
            ({ seat, from, to }) =>
              seat <= hidden && this.isStudentOrNobody(from) && this.isStudentOrNobody(to),
          ),
      )
    );
  }

  private isStudent(id: string): boolean {
    return this.students.has(id);
  }

  private isStudentOrNobody(id: string | null): boolean {
    return id === null || this.isStudent(id);
  }
}
