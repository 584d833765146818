import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { RateLimiter } from '@/base/rate-limiter';
import type { Bounds } from '@/server/live/bounds';
import { browserKindOf } from '@/server/live/browser-kind';
import { FairTurns } from '@/server/live/fair-turns';
import type { TrustedProxies } from '@/server/trusted-proxies';

export interface GateParts {
  bounds: Bounds;
  steady: () => number;
  proxies: TrustedProxies;
  socketPath: string;
  /** Whether there is a socket with this id. */
  knowsSocket(id: string): boolean;
  /** Whether another node has let it in. */
  isAdmitted(request: IncomingMessage): boolean;
  /** Whether what a request shows proves who it is from. */
  isProofGood(request: IncomingMessage): Promise<boolean>;
  onSlowed(kind: 'request' | 'handshake'): void;
}

/** Proofs that have been good; so many are remembered. */
const MOST_PROVEN = 5_000;

/**
 * Stands before everything that is done for a request or a new socket, and counts. Requests without proof count for their address, where they
 * wait for a turn when there are too many. A proof (a student's secret, a teacher's cookie) that has been good once has a budget of its own: it
 * is never behind others of its address.
 */
export class Gate {
  private readonly requests: FairTurns;
  private readonly handshakes: FairTurns;
  private readonly persons: RateLimiter;
  private readonly sessions: RateLimiter;
  private readonly proven = new Map<string, true>();

  constructor(private readonly parts: GateParts) {
    const { bounds, steady, onSlowed } = parts;
    this.requests = new FairTurns(bounds.requests, steady, () => onSlowed('request'));
    this.handshakes = new FairTurns(bounds.handshakes, steady, () => onSlowed('handshake'));
    this.persons = new RateLimiter(bounds.requestsOfPerson);
    this.sessions = new RateLimiter(bounds.requestsOfSocket);
  }

  /** Puts it before whatever listens to this server by now. */
  guard(http: Server): void {
    const answer = http.listeners('request') as ((
      request: IncomingMessage,
      response: ServerResponse,
    ) => void)[];
    http.removeAllListeners('request');
    http.on('request', (request, response) => {
      const go = () => {
        for (const listener of answer) listener.call(http, request, response);
      };
      const refuse = () => {
        if (response.destroyed) return;
        response.writeHead(429, { 'retry-after': '2', 'cache-control': 'no-store', connection: 'close' });
        response.end();
      };
      settle(this.mayAsk(request), go, refuse);
    });
    const upgrade = http.listeners('upgrade') as ((
      request: IncomingMessage,
      socket: Duplex,
      head: Buffer,
    ) => void)[];
    http.removeAllListeners('upgrade');
    http.on('upgrade', (request, socket, head) => {
      const ignore = () => undefined;
      socket.on('error', ignore);
      const go = () => {
        socket.off('error', ignore);
        if (!socket.destroyed) for (const listener of upgrade) listener.call(http, request, socket, head);
      };
      settle(this.mayAsk(request), go, () => socket.destroy());
    });
  }

  /** This request's proof was good. */
  prove(request: Pick<IncomingMessage, 'headers'>): void {
    const proof = proofOf(request);
    if (proof === null) return;
    this.proven.delete(proof);
    this.proven.set(proof, true);
    if (this.proven.size > MOST_PROVEN) this.proven.delete(this.proven.keys().next().value ?? proof);
  }

  /** Whose turn a request takes among those of its address: its person's where a proof was good, else that of its kind of browser. */
  laneOf(request: IncomingMessage): string {
    const proof = proofOf(request);
    return proof !== null && this.proven.has(proof) ? proof : browserKindOf(request);
  }

  close(): void {
    this.requests.close();
    this.handshakes.close();
  }

  private mayAsk(request: IncomingMessage): boolean | Promise<boolean> {
    const { steady, socketPath, proxies, knowsSocket, isAdmitted } = this.parts;
    if (isAdmitted(request)) return true;
    const proof = proofOf(request);
    if (proof !== null && this.proven.has(proof) && this.persons.allow(proof, steady())) return true;
    const isSocket = request.url?.startsWith(socketPath) ?? false;
    const id = isSocket ? /[?&]sid=([^&]+)/.exec(request.url ?? '')?.[1] : undefined;
    if (id !== undefined && knowsSocket(id)) return this.sessions.allow(id, steady());
    const address = proxies.addressOf(request);
    // One with a proof who asks too much stands with the others.
    const turn = (isSocket ? this.handshakes : this.requests).admit(address, browserKindOf(request));
    return turn === true || proof === null || this.proven.has(proof) ? turn : this.ifProven(request, turn);
  }

  /** Where others of the address are in the way, a proof is looked at first. */
  private async ifProven(request: IncomingMessage, turn: Promise<boolean>): Promise<boolean> {
    if (!(await this.parts.isProofGood(request))) return turn;
    this.prove(request);
    return true;
  }
}

function proofOf({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  const session = /(?:^|; *)([\w.-]*session_token=[^;]+)/.exec(headers.cookie ?? '')?.[1];
  return headers.authorization ?? session ?? headers.cookie ?? null;
}

/** At once where it can be, so that requests keep their order. */
function settle(admitted: boolean | Promise<boolean>, go: () => void, refuse: () => void): void {
  if (typeof admitted === 'boolean') (admitted ? go : refuse)();
  else void admitted.then((yes) => (yes ? go : refuse)());
}
