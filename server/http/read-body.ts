import type { IncomingMessage } from 'node:http';

/** `too-large`: more came than allowed. `broken`: the sender went away or took too long. */
export type BodyFault = 'too-large' | 'broken';

/** What was read, for whoever has to hand the request on after all. */
const bodies = new WeakMap<IncomingMessage, Uint8Array>();

/** The body of a request that was read to its end; undefined: it was not. */
export function bodyThatWasRead(request: IncomingMessage): Uint8Array | undefined {
  return bodies.get(request);
}

/** Milliseconds that a sender may take for a whole body. */
const BODY_TIMEOUT_MS = 30_000;

/**
 * Reads a request's body, never more than `limit` bytes of it into memory. What is announced as too large is not read at
 * all; the caller should then close the connection.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | BodyFault> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (outcome: Uint8Array | BodyFault) => {
      clearTimeout(timer);
      request.off('data', take);
      request.pause();
      resolve(outcome);
    };
    const take = (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > limit) settle('too-large');
      else chunks.push(chunk);
    };
    const timer = setTimeout(() => settle('broken'), BODY_TIMEOUT_MS);
    request.on('data', take);
    request.once('end', () => {
      const body = Buffer.concat(chunks);
      bodies.set(request, body);
      settle(body);
    });
    request.once('error', () => settle('broken'));
    request.once('close', () => settle('broken'));
  });
}
