import { vi } from 'vitest';
import { Outbox } from '@/client/live/outbox';
import { OutboxDisk } from '@/client/live/outbox-disk';
import { randomId } from '@/client/live/random-id';
import { RunSender } from '@/client/live/run-sender';
import { sturdyStorage } from '@/client/live/text-storage';
import { AloneStorage } from '@/client/training/alone-attempts';
import { BenchStorage, SetupStorage } from '@/client/training/bench-storage';
import { HandedInStorage } from '@/client/training/handed-in-storage';
import type { followSubmission, submitWeights } from '@/client/training/submit-weights';
import { TrainingSession } from '@/client/training/training-session';
import type { EngineErrorCode } from '@/engine/engine-error';
import type { Lesson } from '@/lessons/lesson';
import { findLesson } from '@/lessons/registry';
import { STUDENT } from '@/tests/client/live/class-views';
import { EXPERIMENT } from '@/tests/client/live/run-pieces';
import { PATIENCE_MS } from '@/tests/patience';
import { FakeClass } from './fake-class';
import { FakeTrainer } from './fake-trainer';

const LESSON: Lesson = { ...findLesson('handwritten-digits')!, experiment: EXPERIMENT };
/** 640 pictures, 32 a step, 2 epochs. */
export const LAST_STEP = 40;

/** Waits for a condition; fails with its text. */
export const until = (condition: () => unknown) =>
  vi.waitFor(
    async () => {
      if (!(await condition())) throw new Error(`waited in vain for ${condition}`);
    },
    { timeout: PATIENCE_MS, interval: 5 },
  );
export const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);
export const current = (training: TrainingSession) => training.snapshot().current!;

/** A student's browser in a class: its disk outlives its pages. */
export class Browser {
  readonly room = new FakeClass();
  readonly submit = vi.fn<typeof submitWeights>();
  readonly follow = vi.fn<typeof followSubmission>();
  private readonly name = randomId();
  private readonly texts = sturdyStorage(() => undefined);
  private readonly open: TrainingSession[] = [];

  /** A page of the student; the earlier ones are as good as dead. */
  async page({
    alone = false,
    failFirst = null as EngineErrorCode | null,
    now = undefined as (() => number) | undefined,
    tab = 'the same tab',
  } = {}) {
    const { name, room, submit, follow } = this;
    const trainer = new FakeTrainer();
    trainer.failNext = failFirst;
    const student = { credentials: { studentId: STUDENT, secret: 'b'.repeat(64) }, nickname: 'Mia' };
    const training = new TrainingSession({
      lesson: LESSON,
      place: alone ? null : { session: room, student },
      trainer,
      storage: this.disk(),
      setup: this.setup(),
      openLink: async () => {
        const outbox = await Outbox.open(STUDENT, { openDisk: () => OutboxDisk.open(`outbox-${name}`) });
        const sender = new RunSender(outbox, room);
        return { outbox, sender, close: () => sender.close() };
      },
      handedIn: new HandedInStorage('bench', this.texts),
      alone: new AloneStorage('bench', this.texts),
      submit,
      follow,
      ...(now && { now }),
      tab,
    });
    this.open.push(training);
    await until(() => ['idle', 'failed'].includes(training.snapshot().phase));
    return { training, trainer, now: () => training.snapshot() };
  }

  /** What a next page would find. */
  disk(): BenchStorage {
    return new BenchStorage(`benches-${this.name}`);
  }

  /** What is set up on the bench. */
  setup(): SetupStorage {
    return new SetupStorage('bench', this.texts);
  }

  close(): void {
    for (const training of this.open.splice(0)) training.dispose();
  }
}
