import type { Logger } from 'pino';
import { GroupCommit } from '@/base/group-commit';
import { SerialQueue } from '@/base/serial-queue';
import type { Actor, ClassCommand, DecisionContext } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { historyOf } from '@/classroom/history';
import type { ClassState } from '@/classroom/state';
import type { ClassEvent } from '@/protocol/class-event';
import type { CommandAnswer } from '@/protocol/events';
import { type Refusal, type RefusalCode, refuse } from '@/protocol/refusals';
import type { Fence } from '@/server/store/fence';
import { refusalOf } from '@/server/store/storage-trouble';
import type { Store } from '@/server/store/store';

/** How often a decision is made again because somebody else saved first. */
const MAX_ATTEMPTS = 5;
/** By these somebody comes back who is known: whoever finds that nothing has to be changed for it is in, whatever the storage does. */
const COMINGS: ReadonlySet<ClassCommand['type']> = new Set(['student:return', 'assistant:seen']);
/** Milliseconds until it is looked whether a save was done. */
const SETTLE_MS = 1_000;

/** A command that waits for its decision. */
interface Asked {
  command: ClassCommand;
  actor: Actor;
}

interface DecisionMeans {
  store: Pick<Store, 'saveClass' | 'loadClass'>;
  log: Logger;
  /** Shown with every write, and told when it is no longer worth anything: another node has the class. */
  fence?: Fence | undefined;
  fenced?: (() => void) | undefined;
  context(): DecisionContext;
  /** Told of each change once it is stored. */
  changed(before: ClassState): void;
}

/**
 * A live class's state, and the one place where it changes: what is asked is decided one after another, always on what was decided before,
 * and holds once it is stored.
 */
export class ClassDecisions {
  private readonly turns = new SerialQueue();
  private readonly commands = new GroupCommit((asked: Asked[]) => this.decideAndSave(asked), {
    turns: this.turns,
  });
  /** Why nothing is decided here any more; null: all is well. */
  private over: RefusalCode | null = null;
  /** A save has ended and nobody knows whether it was done: this state may not be the stored one. */
  private unsure = false;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(
    private current: ClassState,
    private readonly means: DecisionMeans,
  ) {}

  get state(): ClassState {
    return this.current;
  }

  /** Whether nothing is under way. */
  get isIdle(): boolean {
    return this.turns.size === 0;
  }

  ask(command: ClassCommand, actor: Actor): Promise<CommandAnswer> {
    return this.commands.add({ command, actor });
  }

  /** Does something after all that was asked before, and before anything that is asked later. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.turns.run(work);
  }

  /** Takes over what is stored, in turn. */
  async reload(): Promise<void> {
    const stored = await this.means.store.loadClass(this.current.id);
    if (stored) this.current = stored;
    else this.end();
  }

  /** Takes over what was changed in the store beside the decisions, in turn. Viewers drop a view that is not newer than theirs: it gets a version of its own. */
  async renew(): Promise<void> {
    await this.reload();
    const before = this.current;
    const after = { ...before, version: before.version + 1 };
    const { store, fence } = this.means;
    if ((await store.saveClass(before, after, [], fence)) === 'saved') this.current = after;
    else await this.reload();
  }

  /** The class is deleted: whatever is asked from now on finds none. */
  end(): void {
    this.over = 'unknown-code';
  }

  /** Lets go of timers. */
  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.closed = true;
  }

  /**
   * Decides all that has been asked by now, one after another, and saves the outcome once: thirty students who join in
   * the same moment cost one commit. Nobody is answered before it, and everybody is answered.
   */
  private async decideAndSave(asked: readonly Asked[]): Promise<CommandAnswer[]> {
    let answers: CommandAnswer[] | null = null;
    let refusal: Refusal | null = null;
    try {
      for (let attempt = 0; attempt < MAX_ATTEMPTS && !answers; attempt += 1)
        answers = await this.tryToSave(asked);
    } catch (error) {
      refusal = refusalOf(error);
      this.settleSoon();
      if (!refusal)
        this.means.log.error({ err: error, classId: this.current.id }, 'a class could not be saved');
    }
    const unanswered = refusal ?? refuse('internal');
    return answers ?? asked.map(() => unanswered);
  }

  /** The answers once they hold; null if somebody else has saved in the meantime. */
  private async tryToSave(asked: readonly Asked[]): Promise<CommandAnswer[] | null> {
    if (this.unsure)
      try {
        await this.settle();
      } catch (error) {
        this.settleSoon();
        return this.answersInDoubt(asked, error);
      }
    const { over } = this;
    if (over !== null) return asked.map(() => refuse(over));
    const before = this.current;
    const { answers, after, events } = this.decideAll(before, asked);
    if (after === before) return answers;
    const { store, fence, fenced } = this.means;
    // Until an answer says otherwise.
    this.unsure = true;
    const outcome = await store.saveClass(before, after, events, fence);
    this.unsure = false;
    if (outcome === 'fenced') {
      this.over = 'server-stopping';
      fenced?.();
      return asked.map(() => refuse('server-stopping'));
    }
    if (outcome === 'saved') {
      this.current = after;
      this.means.changed(before);
      return answers;
    }
    this.means.log.warn(
      { classId: before.id, version: before.version },
      'the stored class is newer: read again',
    );
    await this.reload();
    return null;
  }

  /**
   * Takes over what is stored after a save of which nobody knows whether it was done. With the version that this writes the save can be done no
   * more. Rejects while that cannot be found out; then nothing is decided either.
   */
  private async settle(): Promise<void> {
    const before = this.current;
    await this.renew();
    this.unsure = false;
    if (this.current !== before) this.means.changed(before);
  }

  /** Nothing is decided by a state that may not be the stored one; only who comes back is let in by it. */
  private answersInDoubt(asked: readonly Asked[], error: unknown): CommandAnswer[] {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return asked.map((one) => {
      if (!COMINGS.has(one.command.type)) return refusal;
      const { answers, after } = this.decideAll(this.current, [one]);
      return after === this.current ? answers[0]! : refusal;
    });
  }

  /** Nobody may ask for anything, and still everybody is to see what is stored. */
  private settleSoon(): void {
    if (!this.unsure || this.timer !== null || this.closed) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      // The storage says by itself how it is: all is tried again.
      this.turns.run(async () => this.unsure && (await this.settle())).catch(() => this.settleSoon());
    }, SETTLE_MS).unref();
  }

  private decideAll(
    before: ClassState,
    asked: readonly Asked[],
  ): { answers: CommandAnswer[]; after: ClassState; events: ClassEvent[] } {
    let after = before;
    const events: ClassEvent[] = [];
    const answers = asked.map(({ command, actor }): CommandAnswer => {
      const context = this.means.context();
      const decision = decide(after, command, actor, context);
      if (!decision.ok) return decision;
      events.push(...historyOf(after, decision.state, context.now));
      after = decision.state;
      return { ok: true, version: after.version };
    });
    return { answers, after, events };
  }
}
