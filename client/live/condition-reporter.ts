import type { Condition } from '@/protocol/condition';
import type { StepDone } from '@/protocol/done';
import type { Finding } from '@/protocol/finding';
import type { Answer } from '@/protocol/refusals';

/** The way of a student's condition to the server. */
export interface ConditionWire {
  /** Null: no answer came. */
  reportCondition(condition: Condition): Promise<Answer | null>;
  /** Told after each attach: a server that was started anew knows nothing. */
  onAttached(listener: () => void): () => void;
}

/** Milliseconds between two reports, and until one that came to nothing is tried again. */
const LEAST_MS = 3_000;

/** What the server takes for granted of whoever attaches. */
const WELL: Condition = { findings: [], hidden: false };
const NOTHING_TO_SAY = JSON.stringify(WELL);

/** Tells the class how it stands with its student: after each change, not too often, and anew after each attach. */
export class ConditionReporter {
  private wanted: Condition = WELL;
  /** As the server has it. */
  private told = NOTHING_TO_SAY;
  private sending = false;
  private closed = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly stopListening: () => void;

  constructor(private readonly wire: ConditionWire) {
    this.stopListening = wire.onAttached(() => {
      this.told = NOTHING_TO_SAY;
      this.schedule(0);
    });
  }

  /** What the doctor has found on the bench in front. */
  found(findings: readonly Finding[]): void {
    this.wanted = { ...this.wanted, findings: [...findings] };
    this.schedule(0);
  }

  /** Whether the page is out of sight. */
  hid(hidden: boolean): void {
    this.wanted = { ...this.wanted, hidden };
    this.schedule(0);
  }

  /** The step at which the student is; null: where the class is. */
  at(step: number | null): void {
    const { step: _, ...rest } = this.wanted;
    this.wanted = step === null ? rest : { ...rest, step };
    this.schedule(0);
  }

  /** How far the student is with the step in front. */
  did(done: StepDone): void {
    this.wanted = { ...this.wanted, done };
    this.schedule(0);
  }

  close(): void {
    this.closed = true;
    this.stopListening();
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private schedule(ms: number): void {
    if (this.closed || this.sending) return;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.send();
    }, ms);
  }

  private async send(): Promise<void> {
    const text = JSON.stringify(this.wanted);
    if (text === this.told) return;
    this.sending = true;
    const answer = await this.wire.reportCondition(this.wanted);
    this.sending = false;
    // Only what was lost, or came too often, is worth another try.
    if (answer?.ok || (answer && answer.code !== 'rate-limited')) this.told = text;
    this.schedule(LEAST_MS);
  }
}
