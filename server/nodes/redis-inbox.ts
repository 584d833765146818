import type { Logger } from 'pino';
import { createClient } from 'redis';

/** What other nodes have sent and this one has not read: as many entries at most, of which one may hold many messages. */
const MOST_ENTRIES = 20_000;
/** Milliseconds that one read waits for something to come. */
const BLOCK_MS = 1_000;
const READ_AT_ONCE = 200;
/** An inbox is looked after this often, and goes after so many seconds without. */
const KEEP_MS = 1_000;
const FORGET_SECONDS = 30;
/** Between two attempts to reach Redis. */
const RETRY_MS = 200;
const SILENT_MS = 5_000;

const keyOf = (node: string) => `perceptroom:inbox:${node}`;
type Client = ReturnType<typeof makeClient>;
/** [[stream, [[id, [field, value, …]], …]]] */
type Entries = [Buffer, [Buffer, Buffer[]][]][] | null;

function makeClient(url: string, log: Logger) {
  const client = createClient({
    url,
    RESP: 2,
    // What cannot be sent now is lost, and known to be: a queue would be sent long after it meant anything.
    disableOfflineQueue: true,
    socket: { connectTimeout: SILENT_MS, socketTimeout: SILENT_MS, reconnectStrategy: () => RETRY_MS },
    commandOptions: { typeMapping: { 36: Buffer } },
  });
  client.on('error', (error) => log.debug({ err: error }, 'Redis cannot be reached'));
  return client;
}

/** One Redis stream a node, which that node alone reads: what others have for it. Whoever sends learns whether it is there to be read. */
export class RedisInbox {
  private closed = false;
  private last = '0-0';
  private keeper: NodeJS.Timeout | null = null;
  private reading: Promise<void> = Promise.resolve();

  private constructor(
    private readonly node: string,
    private readonly writer: Client,
    private readonly reader: Client,
    private readonly log: Logger,
  ) {}

  /** @throws Error if Redis cannot be reached */
  static async open(url: string, node: string, log: Logger): Promise<RedisInbox> {
    const [writer, reader] = [makeClient(url, log), makeClient(url, log)];
    await Promise.all([writer.connect(), reader.connect()]);
    const inbox = new RedisInbox(node, writer, reader, log);
    await inbox.keep();
    return inbox;
  }

  /** Begins to read. @param take is given each entry, in order, with the node that it is from */
  listen(take: (from: string, bytes: Buffer) => void): void {
    this.reading = this.read(take);
    const again = () => {
      this.keeper = setTimeout(() => {
        void this.keep()
          .catch((error: unknown) => this.log.debug({ err: error }, 'an inbox could not be looked after'))
          .finally(() => {
            if (!this.closed) again();
          });
      }, KEEP_MS).unref();
    };
    again();
  }

  /** False: that node is gone. Rejects while Redis cannot be reached. What is sent first comes first. */
  async send(to: string, bytes: Buffer): Promise<boolean> {
    const id = await this.writer.sendCommand<Buffer | null>([
      ...['XADD', keyOf(to), 'NOMKSTREAM', 'MAXLEN', '~', String(MOST_ENTRIES), '*', 'from', this.node],
      ...['what', bytes],
    ]);
    return id !== null;
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.keeper) clearTimeout(this.keeper);
    await this.writer.sendCommand(['DEL', keyOf(this.node)]).catch(() => undefined);
    this.reader.destroy();
    this.writer.destroy();
    await this.reading;
  }

  /** After Redis has lost it, it is made anew: what was in it is missing, which those who count notice (NodeLinks). */
  private async keep(): Promise<void> {
    const key = keyOf(this.node);
    const there = await this.writer.sendCommand<number>(['EXPIRE', key, String(FORGET_SECONDS)]);
    if (there === 1) return;
    this.last = '0-0';
    await this.writer.sendCommand(['XADD', key, '*', 'from', this.node]);
    await this.writer.sendCommand(['EXPIRE', key, String(FORGET_SECONDS)]);
  }

  private async read(take: (from: string, bytes: Buffer) => void): Promise<void> {
    const key = keyOf(this.node);
    while (!this.closed) {
      try {
        const entries = await this.reader.sendCommand<Entries>([
          ...['XREAD', 'COUNT', String(READ_AT_ONCE), 'BLOCK', String(BLOCK_MS), 'STREAMS', key, this.last],
        ]);
        for (const [id, [, from, , bytes]] of entries?.[0]?.[1] ?? []) {
          this.last = id.toString();
          if (from && bytes) take(from.toString(), bytes);
        }
        if (entries) await this.reader.sendCommand(['XTRIM', key, 'MINID', this.last]);
      } catch (error) {
        if (this.closed) return;
        this.log.debug({ err: error }, 'an inbox could not be read');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }
}
