import {
  RELAY_INPUTS,
  RELAY_TARGETS,
  type RelayPass,
  relayPass,
  seatWeights,
} from '@/engine/together/relay-network';
import type { HiddenSeats, RelayWay } from '@/protocol/relay-settings';
import type { UnitAsked, UnitPhase, UnitSent } from '@/protocol/relay-unit';

/** One step of one network, as its units' messages come in: who has still to say what, and what the engine says that it must be. Knows nothing of students or time. */
export class NetworkPass {
  readonly expected: RelayPass;
  phase: UnitPhase = 'hidden';
  /** Seats whose message of this phase is still to come. */
  readonly missing: Set<number>;

  constructor(
    readonly means: { relayId: string; way: RelayWay; hidden: HiddenSeats; team: number },
    readonly step: number,
    readonly weights: readonly number[],
  ) {
    this.expected = relayPass(means.way, means.hidden, weights);
    this.missing = new Set(this.hiddenSeats());
  }

  /** What a unit is asked now; its own weights are said where the page does not have them. */
  asked(seat: number, withWeights: boolean): UnitAsked {
    const { relayId, way, hidden, team } = this.means;
    const { phase, step, expected } = this;
    const isOutput = phase === 'output';
    const of = (numbers: readonly number[]) => numbers.filter((_number, at) => at % hidden === seat);
    return {
      ...{ relayId, way, team, seat, step, phase },
      weights: withWeights ? seatWeights(this.weights, hidden, seat) : null,
      inputs: isOutput ? this.hiddenOutputs() : [...RELAY_INPUTS],
      slopes: phase === 'back' ? of(expected.back) : null,
      targets: isOutput && way === 'gradient' ? [...RELAY_TARGETS] : null,
    };
  }

  /** Whether a message is what the engine comes to: every number of it, exactly. */
  isRight({ phase, seat, outputs, back, weights }: UnitSent): boolean {
    const { expected } = this;
    const { way, hidden } = this.means;
    const learns = way === 'gradient' && phase !== 'hidden';
    const after = learns ? seatWeights(expected.next, hidden, seat) : [];
    const said = phase === 'hidden' ? expected.outputsOf(seat) : phase === 'output' ? expected.answers : [];
    return (
      isSame(outputs, said) && isSame(back, phase === 'output' ? expected.back : []) && isSame(weights, after)
    );
  }

  /** A seat's message is there. @returns whether the pass is over */
  came(seat: number): boolean {
    this.missing.delete(seat);
    if (this.missing.size > 0) return false;
    const { way, hidden } = this.means;
    if (this.phase === 'hidden') {
      this.phase = 'output';
      this.missing.add(hidden);
      return false;
    }
    if (this.phase === 'back' || way === 'hand') return true;
    this.phase = 'back';
    for (const hiddenSeat of this.hiddenSeats()) this.missing.add(hiddenSeat);
    return false;
  }

  private hiddenSeats(): number[] {
    return Array.from({ length: this.means.hidden }, (_, seat) => seat);
  }

  /** What the hidden units have sent: compared, so that it is what the engine says. Case after case. */
  private hiddenOutputs(): number[] {
    const units = this.hiddenSeats().map((seat) => this.expected.outputsOf(seat));
    return units[0]!.flatMap((_first, at) => units.map((outputs) => outputs[at]!));
  }
}

/** The same numbers; JSON knows no negative zero, which is the same as zero in all that follows. */
const isSame = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((number, at) => number === other[at]);
