/** A WebSocket by hand: what a program may do that no browser would, such as never reading what it is sent. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** One line to the server. Frames are masked as a client must, and written one after another. */
export class RawSocket {
  closed = false;
  /** What has arrived, while it reads. */
  received = '';

  private constructor(readonly line: Socket) {
    line.on('close', () => {
      this.closed = true;
    });
    line.on('error', () => undefined);
    line.on('data', (data) => {
      this.received += data.toString('latin1');
    });
  }

  /** Opens it and Socket.IO on it. */
  static async open(url: string, headers: Record<string, string> = {}): Promise<RawSocket> {
    const { hostname, port } = new URL(url);
    const line = connect(Number(port), hostname);
    const socket = new RawSocket(line);
    const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    line.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${more.join('')}\r\n`,
    );
    const heard = () =>
      new Promise<void>((resolve, reject) => {
        line.once('data', () => resolve());
        line.once('close', () => reject(new Error('closed before it was open')));
      });
    await heard();
    socket.send('40');
    await heard();
    return socket;
  }

  /** Reads no more: what the server sends stays with the server. */
  stopReading(): void {
    this.line.pause();
  }

  send(text: string): void {
    const payload = Buffer.from(text);
    const mask = randomBytes(4);
    const length = payload.length;
    const head =
      length < 126
        ? Buffer.from([0x81, 0x80 | length])
        : length < 65_536
          ? Buffer.from([0x81, 0x80 | 126, length >> 8, length & 255])
          : Buffer.concat([
              Buffer.from([0x81, 0x80 | 127, 0, 0, 0, 0]),
              Buffer.from([(length >>> 24) & 255, (length >>> 16) & 255, (length >>> 8) & 255, length & 255]),
            ]);
    for (let index = 0; index < length; index += 1) payload[index]! ^= mask[index & 3]!;
    this.line.write(Buffer.concat([head, mask, payload]));
  }

  /** An event with a number to answer to; null: nobody listens for an answer. */
  emit(id: number | null, event: string, payload: unknown): void {
    this.send(`42${id ?? ''}${JSON.stringify([event, payload])}`);
  }

  close(): void {
    this.line.destroy();
  }
}
