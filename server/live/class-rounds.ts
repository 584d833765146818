import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { Pump } from '@/base/pump';
import type { ClassCommand } from '@/classroom/commands';
import { awaited, closesAt, goingRounds, refuseRoundWeights } from '@/classroom/round-due';
import { openRounds } from '@/classroom/rounds';
import { isSentOut } from '@/classroom/sent-out';
import { weightsInUse } from '@/classroom/set-ups';
import type { ClassState } from '@/classroom/state';
import { weightBytes } from '@/engine/verify/check-weights';
import type { CommandAnswer } from '@/protocol/events';
import { type Answer, refuse } from '@/protocol/refusals';
import type { AloneNetwork, Rounds } from '@/protocol/rounds';
import { experimentOfRound } from '@/protocol/rounds-settings';
import type { Store } from '@/server/store/store';
import type { EnsembleCounter } from '@/server/verify/ensemble-counter';
import type { RoundUploads } from '@/server/verify/round-uploads';

/** What rounds of any class need. */
export interface RoundMeans {
  uploads: RoundUploads;
  counter: Pick<EnsembleCounter, 'do'>;
}

interface Means extends RoundMeans {
  store: Pick<Store, 'keepHandedWeights' | 'readHandedWeights'>;
  state(): ClassState;
  now(): number;
  isHere(studentId: string): boolean;
  ask(command: ClassCommand): Promise<CommandAnswer>;
  log: Logger;
}

/** A round as it goes on: whose weights are there, and how many bytes that were. */
interface Going {
  roundsId: string;
  round: number;
  arrived: Set<string>;
  underWay: Set<string>;
  up: number;
}

/** Milliseconds between two tellings of how many have sent theirs. */
const TELL_MS = 500;
/** Milliseconds until a round whose network could not be made is tried again. */
const AGAIN_MS = 3_000;
/** Networks of one job of the thread: others' jobs come in between. */
const JUDGED_AT_ONCE = 8;

/** Carries the rounds of one class out: takes what devices send, closes each round when its time has come, and has the next network made and judged. */
export class ClassRounds {
  private going: Going | null = null;
  private recovering: Promise<void> | null = null;
  /** The round that is being closed. */
  private closing: { round: number; done: Promise<void> } | null = null;
  private ended = false;
  private timer: NodeJS.Timeout | null = null;
  /** The class's newest network: all devices ask for it at the same moment. */
  private network: { digest: string; weights: Promise<Uint8Array | null> } | null = null;
  /** Bytes of that network which devices have fetched. */
  private fetched: { digest: string | null; bytes: number } = { digest: null, bytes: 0 };
  private readonly telling = new Pump(
    () => TELL_MS,
    () => void this.tell(),
  );

  constructor(private readonly means: Means) {}

  /** Whether something would be lost by forgetting the class now. */
  get isBusy(): boolean {
    return this.closing !== null || this.recovering !== null || (this.going?.underWay.size ?? 0) > 0;
  }

  /** The class has changed, somebody has come or gone, weights have come, or it is time. */
  look(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const { state, now, isHere } = this.means;
    this.leaveNothing();
    const rounds = goingRounds(state());
    if (this.ended || this.closing || this.recovering || rounds === null || rounds.roundAt === null) return;
    const going = this.going;
    if (going === null || !isOf(going, rounds)) {
      void this.recover(rounds);
      return;
    }
    const missing = awaited(state(), rounds, isHere).filter((id) => !going.arrived.has(id)).length;
    const at = closesAt(rounds.roundAt, { arrived: going.arrived.size, missing });
    if (at === null) return;
    const wait = at - now();
    if (wait <= 0) this.close(rounds, going);
    else this.lookIn(wait);
  }

  /** A student is in the class no more: nor is what came from its device in the round that is on. */
  forgetStudent(studentId: string): void {
    this.going?.arrived.delete(studentId);
    this.drop({ studentId });
  }

  /** The class is no more. */
  deleteAll(): Promise<void> {
    this.end();
    this.going = null;
    return this.means.uploads.dropAll({ classId: this.classId });
  }

  /** Takes one device's weights. What came before is the same. */
  async take(
    request: IncomingMessage,
    studentId: string,
    asked: { roundsId: string; round: number },
  ): Promise<Answer> {
    const state = this.means.state();
    const refusal = refuseRoundWeights(state, studentId, asked);
    if (refusal) return refusal;
    const going = await this.goingOf(openRounds(state)!);
    if (going === null) return refuse('round-over');
    if (going.arrived.has(studentId)) return { ok: true };
    // One at a time: a second one of the same student would be written over the first.
    if (going.underWay.has(studentId)) return refuse('rate-limited');
    const experiment = experimentOfRound(openRounds(state)!.dataset, { ...asked, ...NOBODY });
    going.underWay.add(studentId);
    try {
      const upload = { ...asked, classId: this.classId, studentId };
      const fault = await this.means.uploads.take(upload, request, experiment);
      if (fault !== null) return refuse(fault);
      const isIn = this.means.state().students[studentId] !== undefined;
      if (this.going !== going || this.closing !== null || !isIn) {
        await this.means.uploads.drop(upload);
        return refuse(isIn ? 'round-over' : 'unknown-student');
      }
      going.arrived.add(studentId);
      going.up += weightBytes(experiment);
      this.telling.ask();
      return { ok: true };
    } finally {
      going.underWay.delete(studentId);
      this.look();
    }
  }

  /** The class's network before a round; null: there is none to be fetched. */
  async weightsBefore(roundsId: string, round: number): Promise<Uint8Array | null> {
    const rounds = openRounds(this.means.state());
    if (rounds?.id !== roundsId || rounds.round !== round || rounds.network === null) return null;
    const weights = await this.read(rounds.network);
    if (weights === null) return null;
    // Counted apart from what comes: devices ask before the round has been made ready to take anything.
    if (this.fetched.digest !== rounds.network) this.fetched = { digest: rounds.network, bytes: 0 };
    this.fetched.bytes += weights.byteLength;
    return weights;
  }

  end(): void {
    this.ended = true;
    this.telling.close();
    if (this.timer) clearTimeout(this.timer);
  }

  private get classId(): string {
    return this.means.state().id;
  }

  /** Rounds that were ended or put away need nothing more of what was sent in the one that was on. */
  private leaveNothing(): void {
    const { going } = this;
    if (going === null || this.closing !== null || this.recovering !== null) return;
    const open = openRounds(this.means.state());
    if (open?.id === going.roundsId && open.stage !== 'over') return;
    this.going = null;
    this.drop({ roundsId: going.roundsId });
  }

  private drop(of: { roundsId: string } | { studentId: string }): void {
    this.means.uploads
      .dropAll({ classId: this.classId, ...of })
      .catch((error: unknown) => this.failed(error));
  }

  private read(digest: string): Promise<Uint8Array | null> {
    if (this.network?.digest !== digest) {
      const { store, state } = this.means;
      this.network = { digest, weights: store.readHandedWeights(state().id, digest) };
      this.network.weights.catch(() => {
        this.network = null;
      });
    }
    return this.network!.weights;
  }

  private lookIn(milliseconds: number): void {
    this.timer = setTimeout(() => this.look(), milliseconds);
    this.timer.unref();
  }

  /** A round that is on, once all is known of it; null: it takes nothing any more. */
  private async goingOf(rounds: Rounds): Promise<Going | null> {
    if (this.closing?.round === rounds.round) return null;
    // The one before is just being put away.
    await this.closing?.done;
    if (this.going === null || !isOf(this.going, rounds)) await this.recover(rounds);
    return this.going && isOf(this.going, rounds) && this.closing === null ? this.going : null;
  }

  /** A round begins, or an earlier server's goes on. */
  private recover(rounds: Rounds): Promise<void> {
    this.recovering ??= this.readLeft(rounds).finally(() => {
      this.recovering = null;
      if (this.going && isOf(this.going, rounds)) this.look();
      else if (!this.ended) this.lookIn(AGAIN_MS);
    });
    return this.recovering;
  }

  private async readLeft({ id: roundsId, round, dataset }: Rounds): Promise<void> {
    try {
      const experiment = experimentOfRound(dataset, { round, ...NOBODY });
      const { classId } = this;
      const left = await this.means.uploads.left({ classId, roundsId, round }, experiment);
      const up = left.length * weightBytes(experiment);
      this.going = { roundsId, round, arrived: new Set(left), underWay: new Set(), up };
      if (left.length > 0) this.telling.ask();
    } catch (error) {
      this.failed(error);
    }
  }

  private async tell(): Promise<void> {
    const { going } = this;
    if (going === null || this.closing || this.ended) return;
    const { roundsId, round, arrived } = going;
    await this.means.ask({ type: 'rounds:arrive', roundsId, round, arrived: arrived.size });
  }

  private close(rounds: Rounds, going: Going): void {
    const done = this.make(rounds, going).then((isOver) => {
      this.closing = null;
      if (isOver) this.look();
      else if (!this.ended) this.lookIn(AGAIN_MS);
    });
    this.closing = { round: rounds.round, done };
  }

  /** @returns whether it is recorded what came of it */
  private async make(rounds: Rounds, going: Going): Promise<boolean> {
    try {
      const isOver = await (rounds.round === 0
        ? this.judgeAlone(rounds, going)
        : this.combine(rounds, going));
      if (isOver) {
        this.going = null;
        await this.means.uploads.dropAll({ classId: this.classId, roundsId: rounds.id });
      }
      return isOver;
    } catch (error) {
      this.failed(error);
      return false;
    }
  }

  /** What each network knows that was trained alone. @returns whether it is recorded */
  private async judgeAlone(rounds: Rounds, going: Going): Promise<boolean> {
    const { counter, state, ask } = this.means;
    const sent = await this.sentIn(rounds, going);
    const { experiment } = sent;
    const alone: Record<string, AloneNetwork> = {};
    for (let from = 0; from < sent.students.length; from += JUDGED_AT_ONCE) {
      const some = sent.students.slice(from, from + JUDGED_AT_ONCE);
      const networks = sent.networks.slice(from, from + JUDGED_AT_ONCE);
      const answer = await counter.do(state().id, { ask: 'judge', experiment, networks });
      if (!answer.ok || !('judged' in answer)) return this.notMade(answer);
      for (const [at, id] of some.entries()) alone[id] = answer.judged[at]!;
    }
    return (await ask({ type: 'rounds:alone', roundsId: rounds.id, alone })).ok;
  }

  /** The class's next network. @returns whether it is recorded */
  private async combine(rounds: Rounds, going: Going): Promise<boolean> {
    const { counter, store, state, now, isHere, ask } = this.means;
    const { networks, experiment } = await this.sentIn(rounds, going);
    const took = networks.length;
    const here = Math.max(took, awaited(state(), rounds, isHere).length);
    const answer = await counter.do(state().id, {
      ...{ ask: 'round', experiment, networks, rule: rounds.rule },
    });
    if (!answer.ok || !('combined' in answer)) return this.notMade(answer);
    const { weights: floats, right, other, byLabel } = answer.combined;
    const weights = new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength);
    const digest = createHash('sha256').update(weights).digest('hex');
    await store.keepHandedWeights({ classId: state().id, digest, weights }, weightsInUse(state()), now());
    this.network = { digest, weights: Promise.resolve(weights) };
    const { up } = going;
    const down = this.fetched.digest === rounds.network ? this.fetched.bytes : 0;
    const result = { round: rounds.round, took, here, right, other, byLabel, up, down, at: now() };
    return (await ask({ type: 'rounds:record', roundsId: rounds.id, result, network: digest })).ok;
  }

  /** What is there of what was sent; students who have been sent out meanwhile are not in. */
  private async sentIn({ id: roundsId, round, dataset }: Rounds, { arrived }: Going) {
    const experiment = experimentOfRound(dataset, { round, ...NOBODY });
    const students: string[] = [];
    const networks: Float32Array[] = [];
    for (const studentId of [...arrived].sort()) {
      const student = this.means.state().students[studentId];
      if (student === undefined || isSentOut(student)) continue;
      const { classId } = this;
      const weights = await this.means.uploads.read({ classId, roundsId, round, studentId }, experiment);
      if (weights === null) arrived.delete(studentId);
      else {
        students.push(studentId);
        networks.push(weights);
      }
    }
    if (networks.length === 0) throw new Error('what was sent in a round is not there any more');
    return { students, networks, experiment };
  }

  /** The thread is busy, or stops: it is tried again. */
  private notMade(answer: object): false {
    const { log, state } = this.means;
    log.warn(
      { classId: state().id, answer: 'code' in answer ? answer.code : null },
      'a round could not be closed yet',
    );
    return false;
  }

  private failed(error: unknown): void {
    const { log, state } = this.means;
    log.error({ err: error, classId: state().id }, 'a round of learning together failed');
  }
}

/** Of whom the order of pictures does not matter: nothing is trained here. */
const NOBODY = { epochs: 1, seed: 0, place: 0 };

const isOf = (going: Going, { id, round }: Rounds) => going.roundsId === id && going.round === round;
