import type { Wire, WireAnswers, WireHandlers, WirePayload, WireRequest } from '@/client/live/wire';

interface Asked {
  name: WireRequest;
  payload: unknown;
  answer(answer: unknown): void;
}

/** A wire whose other end is the test. */
export class FakeWire implements Wire {
  opened = 0;
  dropped = 0;
  asked: Asked[] = [];
  handlers!: WireHandlers;

  handle(handlers: WireHandlers): void {
    this.handlers = handlers;
  }

  open(): void {
    this.opened += 1;
  }

  drop(): void {
    this.dropped += 1;
    this.lose();
  }

  request<Request extends WireRequest>(name: Request, payload: WirePayload<Request>, timeoutMs: number) {
    return new Promise<WireAnswers[Request] | null>((resolve) => {
      const answer = (value: unknown) => {
        clearTimeout(timer);
        resolve(value as WireAnswers[Request] | null);
      };
      const asked = { name, payload, answer };
      const timer = setTimeout(() => {
        this.asked = this.asked.filter((other) => other !== asked);
        resolve(null);
      }, timeoutMs);
      this.asked.push(asked);
    });
  }

  /** Answers the oldest open request of this name. */
  async reply(name: WireRequest, answer: unknown): Promise<unknown> {
    const index = this.asked.findIndex((request) => request.name === name);
    const [request] = this.asked.splice(index, index < 0 ? 0 : 1);
    if (!request) throw new Error(`nobody asked ${name}`);
    request.answer(answer);
    for (let i = 0; i < 5; i += 1) await Promise.resolve();
    return request.payload;
  }

  /** Everything unanswered will never be. */
  lose(): void {
    for (const { answer } of this.asked.splice(0)) answer(null);
  }
}
