import type { RunWire } from '@/client/live/class-session';
import { SocketClassSession } from '@/client/live/socket-class-session';
import { SocketIoWire } from '@/client/live/socket-io-wire';
import { download } from '@/engine/download/download';
import { createRandom, type Random } from '@/engine/random';
import type { SharedTrainer } from '@/engine/training/shared-trainer';
import { BENCHES } from '@/lessons/benches';
import { chosenSteps } from '@/lessons/chosen-steps';
import type { LessonStep } from '@/lessons/lesson';
import { findLesson } from '@/lessons/registry';
import type { Credentials } from '@/protocol/attach';
import type { Experiment } from '@/protocol/experiment';
import type { RefusalCode } from '@/protocol/refusals';
import type { RunState } from '@/protocol/run-state';
import { studentAuthorization, submissionPath, type TrainingClaim } from '@/protocol/submission';
import type { StudentView } from '@/protocol/views';
import { roundOf } from '@/protocol/vote';
import { SimulatedRun } from './simulated-run';
import type { Temperament } from './temperament';

interface Parts {
  code: string;
  origin: string;
  nickname: string;
  credentials: Credentials;
  temperament: Temperament;
  seed: number;
  trainer: SharedTrainer;
  /** Milliseconds that a training leaves to the others after each slice of it. */
  rest: number;
  sleep(milliseconds: number): Promise<void>;
  /** Told when it has come, has gone, or was refused. */
  changed(): void;
}

/** Milliseconds of a break, and of training before it. */
const BREAK_MS = 25_000;
const BEFORE_BREAK_MS = 20_000;
const LOOK_MS = 500;
/** Looks whether it is back in the class. */
const LOOKS = 40;

/**
 * A student with the page's own session and no page: joins, guesses, really trains, wanders off. It follows the class as students' pages do; what
 * comes of a training is what the engine gives.
 */
export class SimulatedStudent {
  private session: SocketClassSession<StudentView>;
  private readonly random: Random;
  private readonly guessed = new Set<string>();
  /** Rounds of votes in which it has voted, or is about to. */
  private readonly voted = new Set<string>();
  private training = false;
  private hadBreak = false;
  private isAway = false;
  private finished: ({ runId: string; weights: Float32Array } & TrainingClaim) | null = null;

  constructor(private readonly parts: Parts) {
    this.random = createRandom(parts.seed, parts.nickname.length);
    this.session = this.come();
  }

  get isHere(): boolean {
    return !this.isAway && this.session.snapshot().connection === 'online';
  }

  get refusal(): RefusalCode | null {
    return this.session.snapshot().refusal;
  }

  private come(): SocketClassSession<StudentView> {
    const { code, origin, nickname, credentials, changed } = this.parts;
    const session = new SocketClassSession<StudentView>({
      code,
      // Asked again it is the same join.
      as: () => ({ kind: 'newcomer', nickname, credentials }),
      wire: new SocketIoWire(origin),
      signals: { onReturn: () => () => {} },
      now: () => performance.now(),
    });
    session.subscribe(() => {
      changed();
      void this.follow();
    });
    return session;
  }

  /** Of whichever session it has now: after a break it is another. */
  private readonly wire: RunWire = {
    attachRun: (run) => this.session.attachRun(run),
    appendBatch: (append) => this.session.appendBatch(append),
  };

  private get view(): StudentView | null {
    const { view, connection } = this.session.snapshot();
    return connection === 'refused' || view?.me.membership !== 'in' ? null : view;
  }

  private get isLive(): boolean {
    return this.view?.class.phase === 'live';
  }

  private get steps(): readonly LessonStep[] {
    const facts = this.view?.class;
    const lesson = facts && findLesson(facts.lessonId);
    return lesson ? chosenSteps<LessonStep>(lesson.steps, facts.steps) : [];
  }

  /** Votes when the class is asked, at its own pace; having heard others, every second one thinks again. */
  private async vote({ vote }: StudentView): Promise<void> {
    const round = vote && roundOf(vote.phase);
    const choices = vote && (this.steps.find(({ id }) => id === vote.stepId)?.[vote.question]?.choices ?? 0);
    if (!vote || !round || !choices || this.voted.has(`${vote.id} ${round}`)) return;
    this.voted.add(`${vote.id} ${round}`);
    await this.parts.sleep(this.parts.temperament.hesitation);
    const before = vote.own.first;
    const stays = before !== null && this.random.int(2) === 0;
    const choice = stays ? before : this.random.int(choices);
    await this.session.command({ type: 'vote:cast', voteId: vote.id, round, choice });
  }

  /** Does what the class's step lets students do. */
  private async follow(): Promise<void> {
    const { view } = this;
    if (!view || !this.isLive) return;
    void this.vote(view);
    const { stepIndex } = view.class;
    const step = this.steps[stepIndex];
    if (step?.prediction && !this.guessed.has(step.id)) {
      this.guessed.add(step.id);
      await this.parts.sleep(this.parts.temperament.hesitation);
      const choice = this.random.int(step.prediction.choices);
      await this.session.command({ type: 'prediction:commit', stepId: step.id, choice });
    }
    if (this.finished) await this.handIn();
    const first = this.steps.findIndex(
      ({ bench }) => bench === 'digits-training' || BENCHES[bench].trainer === 'own',
    );
    if (first >= 0 && stepIndex >= first && !this.training) {
      this.training = true;
      await this.parts.sleep(this.parts.temperament.hesitation);
      while (this.isLive) await this.trainOnce();
      this.training = false;
    }
  }

  /** Hands the last network that was trained to its end in, once the class is where that is asked for. */
  private async handIn(): Promise<void> {
    const { origin, code, credentials } = this.parts;
    const step = this.view && this.steps[this.view.class.stepIndex];
    if (!this.finished || step?.bench !== 'digits-challenge') return;
    const { runId, weights, ...claim } = this.finished;
    this.finished = null;
    await download(new URL(submissionPath(code, runId, claim), origin), {
      method: 'POST',
      headers: {
        authorization: studentAuthorization(credentials),
        'content-type': 'application/octet-stream',
      },
      body: new Uint8Array(weights.buffer as ArrayBuffer, weights.byteOffset, weights.byteLength),
      // The board tells what became of it.
    }).catch(() => null);
  }

  private nextExperiment(): Experiment | null {
    const facts = this.view?.class;
    const experiment = facts && findLesson(facts.lessonId)?.experiment;
    if (!facts || !experiment) return null;
    const { change } = this.parts.temperament;
    return {
      ...experiment,
      ...change,
      ...(facts.dataset && { dataset: facts.dataset }),
      seed: this.random.bits(),
    };
  }

  /** One training from its start to its end, or to the end of the class. */
  private async trainOnce(): Promise<void> {
    const { trainer, sleep, rest, temperament } = this.parts;
    const experiment = this.nextExperiment();
    if (experiment === null) {
      await sleep(BREAK_MS);
      return;
    }
    const backend = await trainer.backend();
    const run = new SimulatedRun(this.wire, experiment, backend, sleep);
    if (!(await run.open())) {
      await sleep(BREAK_MS);
      return;
    }
    const training = await trainer.begin(experiment, rest * temperament.slowness);
    let weights: Float32Array | null = null;
    const begun = performance.now();
    let state: RunState = 'training';
    let wanted = true;
    try {
      while (wanted && (state === 'training' || state === 'paused')) {
        for await (const emission of training.run()) {
          if (emission.type === 'state' && emission.state !== 'ready') state = emission.state;
          if (emission.type === 'findings')
            void this.session.reportCondition({ findings: [...emission.findings], hidden: false });
          if (emission.type === 'checkpoint') weights = emission.checkpoint.weights;
          if (emission.type === 'point') wanted = await run.add(emission.point);
          if (!wanted || !this.isLive || this.view?.class.paused) training.stop();
          if (!this.hadBreak && performance.now() - begun > BEFORE_BREAK_MS) await this.takeBreak(run);
        }
        if (state !== 'paused') break;
        await run.send('paused');
        while (this.isLive && this.view?.class.paused) await sleep(LOOK_MS);
        if (!this.isLive) break;
      }
      if (wanted) await run.send(state === 'paused' || state === 'training' ? 'stopped' : state);
      if (state === 'finished' && weights)
        this.finished = {
          ...{ runId: run.id, weights, updates: training.step },
          ...(backend === 'kernels' && { trainedTo: training.step }),
        };
      await this.handIn();
    } finally {
      training.dispose();
    }
    await sleep(temperament.hesitation);
  }

  /** Once in a lesson: looks at something else, closes the page, or puts the run aside. */
  private async takeBreak(run: SimulatedRun): Promise<void> {
    this.hadBreak = true;
    const { habit } = this.parts.temperament;
    const { sleep } = this.parts;
    if (habit === 'works') return;
    if (habit === 'wanders') {
      await this.session.reportCondition({ findings: [], hidden: true });
      await sleep(BREAK_MS);
      await this.session.reportCondition({ findings: [], hidden: false });
    } else if (habit === 'pauses') {
      await run.send('paused');
      await sleep(4 * BREAK_MS);
    } else {
      this.isAway = true;
      this.session.close();
      this.parts.changed();
      await sleep(BREAK_MS);
      this.isAway = false;
      this.session = this.come();
      for (let look = 0; this.view === null && look < LOOKS; look += 1) await sleep(LOOK_MS);
    }
  }
}
