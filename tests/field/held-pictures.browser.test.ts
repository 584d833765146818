import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { launchChromium } from '@/tests/browser/chromium';
import { sharedServer } from '@/tests/browser/shared-server';

/** A filter of a school that keeps some files back until it lets go of them. */
class Filter {
  readonly held: string[] = [];
  private waiting: (() => void)[] = [];
  private server: Server;
  private letGo = false;

  constructor(
    private readonly target: number,
    private readonly holds: (path: string) => boolean,
  ) {
    this.server = createServer((incoming, response) => {
      const path = incoming.url ?? '';
      if (this.letGo || !this.holds(path)) return this.pass(incoming, response);
      this.held.push(path);
      this.waiting.push(() => this.pass(incoming, response));
    });
    this.server.on('upgrade', (incoming, socket, head) => {
      const far = connect(this.target, '127.0.0.1', () => {
        const headers = incoming.rawHeaders
          .map((text, i) => (i % 2 === 0 ? `${text}: ` : `${text}\r\n`))
          .join('');
        far.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${headers}\r\n`);
        far.write(head);
        far.pipe(socket).pipe(far);
      });
      far.on('error', () => socket.destroy());
      socket.on('error', () => far.destroy());
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://localhost:${(this.server.address() as { port: number }).port}`;
  }

  release(): void {
    this.letGo = true;
    for (const go of this.waiting.splice(0)) go();
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private pass(incoming: IncomingMessage, response: ServerResponse): void {
    const { method, url, headers } = incoming;
    const onwards = request(
      { port: this.target, host: '127.0.0.1', method, path: url, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      },
    );
    onwards.on('error', () => response.destroy());
    incoming.pipe(onwards);
  }
}

const server = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;
let code: string;
let conducted: Awaited<ReturnType<RegisteredTeacher['conduct']>>;
const filters: Filter[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
  ({ code } = await teacher.createClass('handwritten-digits'));
  conducted = await teacher.conduct(code);
  await conducted.command({ type: 'class:begin' });
});
afterAll(async () => {
  conducted?.close();
  await browser?.close();
  for (const filter of filters) filter.close();
});

/** A student behind a filter, who has pressed Train. */
async function trainingBehind(name: string, holds: (path: string) => boolean) {
  const filter = new Filter(server.port, holds);
  filters.push(filter);
  const origin = await filter.open();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  await page.goto(`${origin}/join/${code}`);
  await page.getByRole('textbox', { name: 'Nickname' }).fill(name);
  await page.getByRole('button', { name: 'Join class' }).click();
  const press = page.getByRole('button', { name: 'Train', exact: true }).click();
  return { filter, page, press };
}

const stepOf = (page: Page) =>
  page
    .getByTestId('run-status')
    .getAttribute('data-step')
    .then((step) => Number(step ?? 0));
const isLater = (path: string) => /(train-2|train-3|validation)\.bin/.test(path);

test('a training begins and goes on while every file but the first is held back', async () => {
  const { filter, page, press } = await trainingBehind('Mia', isLater);
  await press;
  await expect.poll(() => stepOf(page)).toBeGreaterThan(5);
  expect(filter.held.every(isLater)).toBe(true);
  filter.release();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(60);
  await page.close();
});

test('the control: while the first file is held back it waits, and goes on when it comes', async () => {
  const { filter, page, press } = await trainingBehind('Ben', (path) => path.includes('train-1.bin'));
  await expect.poll(() => filter.held.length).toBeGreaterThan(0);
  expect(await stepOf(page)).toBe(0);
  filter.release();
  await press;
  await expect.poll(() => stepOf(page)).toBeGreaterThan(5);
  await page.close();
});
