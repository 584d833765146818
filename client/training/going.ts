import type { ClassGate } from './class-gate';
import {
  advanceGoing,
  type BenchFacts,
  type GoingEffect,
  type GoingEvent,
  type GoingState,
  goesOn,
  initialGoing,
  isGateOpen,
} from './going-machine';

/** How a training carries out what the machine says. */
export interface GoingMeans {
  bench(): BenchFacts;
  halt(): void;
  makeReady(): void;
  goOn(): void;
  catchUp(): void;
}

/** The going machine with its clock: halts a training, lets it go on and asks again, without anybody pressing anything. */
export class Going {
  private state: GoingState;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    gate: ClassGate,
    isAlone: boolean,
    private readonly means: GoingMeans,
  ) {
    this.state = initialGoing(gate, isAlone);
  }

  /** Whether a person may train now. */
  get isGateOpen(): boolean {
    return isGateOpen(this.state);
  }

  /** Whether the run is to go on by itself when it may. */
  get goesOn(): boolean {
    return goesOn(this.state);
  }

  get isClosed(): boolean {
    return this.state.is === 'closed';
  }

  happened(event: GoingEvent): void {
    const { state, effects } = advanceGoing(this.state, event, this.means.bench());
    this.state = state;
    for (const effect of effects) this.perform(effect);
  }

  private perform(effect: GoingEffect): void {
    switch (effect.type) {
      case 'halt':
        this.means.halt();
        break;
      case 'make-ready':
        this.means.makeReady();
        break;
      case 'go-on':
        this.means.goOn();
        break;
      case 'catch-up':
        this.means.catchUp();
        break;
      case 'wait':
        this.waiting = setTimeout(() => this.happened({ type: 'wait-over' }), effect.milliseconds);
        break;
      case 'stop-waiting':
        clearTimeout(this.waiting);
    }
  }
}
