import type { Cancellation, EventMessage, Exchanges, Request, Settlement, Sign } from './messages';
import type { Port } from './port';

/** What answers each request, at once or later; what it throws is a refusal. The signal says that the answer is wanted no more. */
export type Answers<Requests extends Exchanges<Requests>> = {
  [Name in keyof Requests]: (
    input: Requests[Name]['input'],
    signal: AbortSignal,
  ) => Requests[Name]['answer'] | Promise<Requests[Name]['answer']>;
};

export interface ResponderMeans<Refusal> {
  /** What a thrown error is on the way. */
  refusalOf(error: unknown): Refusal;
  /** What of an answer is handed over instead of copied. */
  transferOf?(answer: unknown): Transferable[];
}

/** The end of a line that answers: says when it listens, gives each request one answer or refusal, and tells events. */
export class Responder<
  Requests extends Exchanges<Requests>,
  Event extends EventMessage = never,
  Refusal = never,
> {
  private readonly underWay = new Map<number, AbortController>();

  constructor(
    private readonly port: Port,
    private readonly means: ResponderMeans<Refusal>,
  ) {}

  /** Tells unasked. May be handed on as it is. */
  readonly tell = (event: Event, transfer: Transferable[] = []): void => this.port.post(event, transfer);

  /** Answers from now on, and says so. */
  serve(answers: Answers<Requests>): void {
    this.port.listen({
      heard: (message) => this.hear(message, answers),
      // Who asks ends this side; there is nobody left to tell.
      died: () => {},
    });
    this.port.post({ type: 'listening' } satisfies Sign, []);
  }

  private hear(message: unknown, answers: Answers<Requests>): void {
    // Others may speak over the same port.
    if (typeof message !== 'object' || message === null) return;
    if ('cancel' in message) this.underWay.get((message as Cancellation).cancel)?.abort();
    else if ('id' in message) this.answer(message as Request<Requests>, answers);
  }

  /** What is known at once is answered at once: what is told later comes later. */
  private answer({ id, name, input }: Request<Requests>, answers: Answers<Requests>): void {
    const cancelling = new AbortController();
    this.underWay.set(id, cancelling);
    const done = (value: Requests[keyof Requests]['answer']) =>
      this.settle(id, { type: 'answer', id, value });
    const failed = (error: unknown) =>
      this.settle(id, { type: 'refusal', id, refusal: this.means.refusalOf(error) });
    try {
      const answer = answers[name](input, cancelling.signal);
      if (answer instanceof Promise) answer.then(done, failed);
      else done(answer);
    } catch (error) {
      failed(error);
    }
  }

  private settle(id: number, message: Settlement<Requests, Refusal>): void {
    const cancelled = this.underWay.get(id)?.signal.aborted;
    this.underWay.delete(id);
    if (cancelled) return;
    this.port.post(message, message.type === 'answer' ? (this.means.transferOf?.(message.value) ?? []) : []);
  }
}
