import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** An answer that is whole, to be given to any number of people. */
export interface KeptAnswer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/**
 * A response without a connection: whatever is written is kept. So an answer that several wait for depends on none of them: not on one that
 * leaves, and not on one that does not read.
 */
export class KeptResponse extends ServerResponse {
  private readonly pieces: Buffer[] = [];

  constructor(request: IncomingMessage) {
    super(request);
    // What a header block would be made of besides is the business of each real response.
    this.sendDate = false;
  }

  /** What was written, once it has ended. */
  kept(): KeptAnswer {
    const body = Buffer.concat(this.pieces);
    const headers = this.getHeaders();
    // What says "nothing new" or "nothing" has no length.
    if (this.statusCode !== 304 && this.statusCode !== 204) headers['content-length'] = body.length;
    return { status: this.statusCode, headers, body };
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    const given = rest.find((one) => typeof one === 'object' && one !== null) ?? {};
    // Node would not remember these.
    for (const [name, value] of headerPairs(given)) this.setHeader(name, value);
    return super.writeHead(status);
  }

  override flushHeaders(): void {
    if (!this.headersSent) this.writeHead(this.statusCode);
  }

  override write(piece: unknown, ...rest: unknown[]): boolean {
    this.flushHeaders();
    this.keep(piece, rest);
    callBack(rest);
    return true;
  }

  override end(...given: unknown[]): this {
    if (this.finished) return this;
    this.flushHeaders();
    if (typeof given[0] !== 'function') this.keep(given[0], given.slice(1));
    this.finished = true;
    callBack(given);
    // As a real one: later than the call.
    setImmediate(() => {
      this.emit('finish');
      this.emit('close');
    });
    return this;
  }

  override destroy(): this {
    if (!this.destroyed) setImmediate(() => this.emit('close'));
    this.destroyed = true;
    return this;
  }

  private keep(piece: unknown, [encoding]: unknown[]): void {
    if (typeof piece === 'string')
      this.pieces.push(
        Buffer.from(piece, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'),
      );
    else if (piece instanceof Uint8Array) this.pieces.push(Buffer.from(piece));
  }
}

function callBack(given: unknown[]): void {
  const done = given.find((one) => typeof one === 'function') as ((error?: Error | null) => void) | undefined;
  if (done) setImmediate(done, null);
}

/** Headers as Node takes them: an object, pairs, or names and values in turn. */
function headerPairs(given: object): [string, string | number | readonly string[]][] {
  if (!Array.isArray(given)) return Object.entries(given).filter(([, value]) => value !== undefined);
  if (Array.isArray(given[0])) return given as [string, string][];
  return given.flatMap((name, index) =>
    index % 2 === 0 ? [[String(name), given[index + 1]] as [string, string]] : [],
  );
}
