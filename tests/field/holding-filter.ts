import http, { type IncomingMessage, type Server } from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';

/** A filter between a school and the server: it accepts everything, and never answers what it holds back. */
export class HoldingFilter {
  /** Addresses that were asked for and held back. */
  readonly held: string[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    /** Whether a request is held back; may change while it runs. */
    public holds: (path: string) => boolean,
  ) {}

  static async start(target: string): Promise<HoldingFilter> {
    const { port } = new URL(target);
    const server = http.createServer();
    const filter = new HoldingFilter(server, () => false);
    server.on('connection', (socket) => {
      filter.sockets.add(socket);
      socket.on('close', () => filter.sockets.delete(socket));
    });
    server.on('request', (request, response) => {
      if (filter.holds(request.url!)) {
        filter.held.push(request.url!);
        return;
      }
      const { method, headers, url: path } = request;
      const onward = http.request({ host: '127.0.0.1', port, method, headers, path }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      response.on('close', () => onward.destroy());
      request.pipe(onward);
    });
    server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
      if (filter.holds(request.url!)) {
        filter.held.push(request.url!);
        return;
      }
      const onward = net.connect(Number(port), '127.0.0.1', () => {
        const lines = [`${request.method} ${request.url} HTTP/1.1`];
        for (let i = 0; i < request.rawHeaders.length; i += 2)
          lines.push(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}`);
        onward.write(`${lines.join('\r\n')}\r\n\r\n`);
        onward.write(head);
        socket.pipe(onward).pipe(socket);
      });
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return filter;
  }

  get origin(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
