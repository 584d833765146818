import type { Cancellation, EventMessage, Exchanges, Settlement, Sign, ToCaller } from './messages';
import type { Port } from './port';

/** What the two sides of a line need not agree on. */
export interface CallerMeans<Event extends EventMessage, Refusal> {
  /** What a refused request is rejected with. */
  refused(refusal: Refusal): Error;
  /** What was told unasked. */
  onEvent?(event: Event): void;
  /** What requests are rejected with once the other side has died; without it, with the error of the port. */
  deathOf?(error: Error): Error;
  /** The other side has died: told once, with that error, when all that waited has been rejected. Not told after `close`. */
  onDeath?(error: Error): void;
}

export interface AskOptions {
  /** What is handed over with the request. A port that starts its other side anew must not be asked with any. */
  transfer?: Transferable[];
  /** Cancels: the request is rejected at once with the signal's reason, and the other side hears that it is wanted no more. */
  signal?: AbortSignal;
}

interface Pending<Name> {
  name: Name;
  message: unknown;
  transfer: Transferable[];
  resolve(value: unknown): void;
  reject(reason: unknown): void;
  /** Lets go of the signal. */
  release(): void;
}

/**
 * The end of a line that asks. Every request settles exactly once: with its answer, its refusal, its cancellation, or what the line ended
 * with. What is asked before the other side listens is sent when it does; when it says so again, it was started anew, and all that has no
 * answer yet is asked again.
 */
export class Caller<
  Requests extends Exchanges<Requests>,
  Event extends EventMessage = never,
  Refusal = never,
> {
  private readonly pending = new Map<number, Pending<keyof Requests>>();
  private lastId = 0;
  private listening = false;
  private fetching = false;
  private ended: Error | null = null;
  /** Whether anything has been heard of the other side since somebody last set this to false. */
  heard = true;

  constructor(
    private readonly port: Port,
    private readonly means: CallerMeans<Event, Refusal>,
  ) {
    port.listen({
      heard: (message) => this.hear(message as ToCaller<Requests, Event, Refusal>),
      died: (error) => this.die(error),
    });
  }

  /** Whether the other side has the code that it needs to answer. */
  get listens(): boolean {
    return this.listening && !this.fetching;
  }

  /** How many requests wait for their answer. */
  get size(): number {
    return this.pending.size;
  }

  /** Names of the requests that wait, in the order in which they were asked. */
  waiting(): (keyof Requests)[] {
    return Array.from(this.pending.values(), ({ name }) => name);
  }

  /** @throws Error (by rejection) what `means` makes of a refusal or a death, the signal's reason, or what `close` was given */
  ask<Name extends keyof Requests>(
    name: Name,
    input: Requests[Name]['input'],
    { transfer = [], signal }: AskOptions = {},
  ): Promise<Requests[Name]['answer']> {
    if (this.ended) return Promise.reject(this.ended);
    if (signal?.aborted) return Promise.reject(signal.reason);
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      const cancel = () => {
        this.take(id)?.reject(signal?.reason);
        if (this.listening) this.port.post({ cancel: id } satisfies Cancellation, []);
      };
      signal?.addEventListener('abort', cancel);
      const release = () => signal?.removeEventListener('abort', cancel);
      this.pending.set(id, { name, message: { id, name, input }, transfer, resolve, reject, release });
      if (this.listening) this.send(id);
    });
  }

  /** Ends the other side; what waits is rejected with this error, and so is all that is asked from now on. */
  close(error: Error): void {
    if (this.ended) return;
    this.ended = error;
    this.port.end();
    for (const id of [...this.pending.keys()]) this.take(id)?.reject(error);
  }

  private die(error: Error): void {
    if (this.ended) return;
    const told = this.means.deathOf?.(error) ?? error;
    this.close(told);
    this.means.onDeath?.(told);
  }

  private hear(message: ToCaller<Requests, Event, Refusal>): void {
    if (this.ended) return;
    this.heard = true;
    if (isSign(message)) {
      this.fetching = message.type === 'fetching';
      if (message.type !== 'listening') return;
      this.listening = true;
      for (const id of [...this.pending.keys()]) this.send(id);
    } else if (isSettlement<Requests, Refusal>(message)) {
      const request = this.take(message.id);
      if (message.type === 'answer') request?.resolve(message.value);
      else request?.reject(this.means.refused(message.refusal));
    } else this.means.onEvent?.(message as Event);
  }

  /** What cannot be sent (it cannot be cloned) fails alone. */
  private send(id: number): void {
    const request = this.pending.get(id);
    if (!request) return;
    try {
      this.port.post(request.message, request.transfer);
    } catch (error) {
      this.take(id)?.reject(error);
    }
  }

  /** A request that settles now: it waits no more. */
  private take(id: number): Pending<keyof Requests> | undefined {
    const request = this.pending.get(id);
    this.pending.delete(id);
    request?.release();
    return request;
  }
}

const SIGNS: ReadonlySet<string> = new Set<Sign['type']>(['listening', 'fetching', 'fetched']);

function isSign(message: EventMessage): message is Sign {
  return SIGNS.has(message.type);
}

function isSettlement<Requests extends Exchanges<Requests>, Refusal>(
  message: EventMessage,
): message is Settlement<Requests, Refusal> {
  return message.type === 'answer' || message.type === 'refusal';
}
