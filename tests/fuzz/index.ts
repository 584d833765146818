/**
 * `npm run fuzz -- --frames N [--json]`: sends a real server messages, packets and requests that are wrong in every way that
 * we could think of, in between sound ones, and looks that it answers, lives, and does not grow.
 */
import { parseArgs } from 'node:util';
import type { Socket } from 'socket.io-client';
import { freshId, newCredentials } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { TabStudent } from '@/people/student';
import { Tab } from '@/people/tab';
import { isRefusalCode } from '@/protocol/refusals';
import { setStage } from '@/tests/chaos/stage';
import { HeapReader } from '@/tests/endure/heap-of';
import { slopeOf } from '@/tests/endure/slope';
import { TEACHER } from '@/tests/live/class-server';
import { POOL_LESSON } from '@/tests/live/pool-class';
import bundleThreads from '@/tests/running/threads.setup';
import { makeMessage, makePacket, makeRequest, type Prey } from './junk';

const SOCKETS = 12;
/** Weights, a challenge with guesses, and drawings. */
const LESSON_IDS = ['handwritten-digits', 'perceptron', POOL_LESSON];
/** Messages of one socket before it is thrown away for a new one. */
const PER_SOCKET = 150;
/** Milliseconds in which every message that can be answered has been. */
const ANSWER_MS = 10_000;

const { values } = parseArgs({
  options: { frames: { type: 'string', default: '20000' }, json: { type: 'boolean', default: false } },
});
const frames = Number(values.frames);
const counts = { sent: 0, accepted: 0, refused: 0, crashes: 0, unanswered: 0, unknownCodes: 0 };
const memory: { minutes: number; mb: number }[] = [];
/** What the heap holds, all garbage gone, after each so many frames. */
const heapMb: number[] = [];
const HEAP_SAMPLES = 40;

const removeBundles = await bundleThreads();
const heap = new HeapReader();
const { server, rooms } = await setStage(LESSON_IDS, heap.variables());
try {
  const url = server.origin;
  const sampler = setInterval(() => void sampleMemory(url), 500);
  const victims = await Promise.all(rooms.map(({ code }) => makeVictim(url, code)));
  await Promise.all(
    Array.from({ length: SOCKETS }, (_, index) => bother(url, victims[index % victims.length]!.prey)),
  );
  clearInterval(sampler);
  heap.remove();
  counts.crashes = server.isOver ? 1 : 0;
  // Whoever behaves is served as before, whatever the others did: the victims are there, unharmed, with their runs.
  for (const { prey, credentials, tab } of server.isOver ? [] : victims) {
    const { tab: back } = await new TabStudent(new Tab(url), prey.code, 'Victim', credentials).comeBack();
    mustBeOk(await back.readRun(prey.runId));
    back.close();
    tab.close();
  }
} finally {
  await server.remove();
  await removeBundles?.();
}

const later = heapMb.slice(Math.floor(heapMb.length / 4));
const heapSlope = slopeOf(later);
/** MB from one sample to the next, as MB a million frames. */
const aMillion = (each: number) => Number(((each * HEAP_SAMPLES * 1e6) / frames).toFixed(2));

const figures = {
  frames: counts.sent,
  accepted: counts.accepted,
  /** Of a hundred. */
  acceptedShare: Number(((100 * counts.accepted) / counts.sent).toFixed(2)),
  refused: counts.refused,
  crashes: counts.crashes,
  minutes: Number((memory.at(-1)?.minutes ?? 0).toFixed(1)),
  /** Eight moments of the run: whether memory levels off is seen better than told by one slope. */
  rssMb: Array.from({ length: 8 }, (_, eighth) =>
    Math.round(memory[Math.floor((memory.length * (eighth + 1)) / 8) - 1]?.mb ?? 0),
  ),
  /** At eighths, all garbage gone; its slope is of all but the first quarter, with the 95 % interval. */
  heapMb: Array.from(
    { length: 8 },
    (_, eighth) => heapMb[Math.floor((heapMb.length * (eighth + 1)) / 8) - 1],
  ),
  heapSlopeMbPerMillion: {
    each: aMillion(heapSlope.each),
    from: aMillion(heapSlope.from),
    to: aMillion(heapSlope.to),
  },
  rssSlopeMbPerMin: Number(slope(memory.slice(Math.floor(memory.length / 2))).toFixed(2)),
  unanswered: counts.unanswered,
  unknownCodes: counts.unknownCodes,
};
console.log(values.json ? JSON.stringify(figures) : figures);
process.exit(counts.crashes + counts.unanswered + counts.unknownCodes === 0 ? 0 : 1);

/** A student who does nothing wrong, and whose ids the others know. */
async function makeVictim(url: string, code: string) {
  const { tab, id, credentials } = await new TabStudent(new Tab(url), code, 'Victim').join();
  const prey: Prey = { code, studentId: id, runId: freshId() };
  mustBeOk(await tab.attachRun(prey.runId));
  return { prey, credentials, tab };
}

/** Sends its share, one socket after another: some attached as a student, some as nobody. */
async function bother(url: string, prey: Prey): Promise<void> {
  while (counts.sent < frames && !server.isOver) {
    const socket = new Tab(url, { reconnection: false }).socket as unknown as Socket;
    await new Promise<void>((resolve) => {
      socket.once('connect', () => resolve());
      socket.once('connect_error', () => resolve());
    });
    if (Math.random() < 0.5)
      await ask(socket, 'attach', [
        {
          code: prey.code,
          as: { kind: 'newcomer', nickname: `Imp ${freshId().slice(0, 12)}`, credentials: newCredentials() },
        },
      ]);
    for (let message = 0; message < PER_SOCKET && socket.connected && counts.sent < frames; message += 1) {
      counts.sent += 1;
      if (counts.sent % Math.ceil(frames / HEAP_SAMPLES) === 0 && !server.isOver)
        heapMb.push((await heap.of(server)).heapMb);
      const dice = Math.random();
      if (dice < 0.04) rawPacket(socket);
      else if (dice < 0.1) await httpRequest(url, prey);
      else if (dice < 0.15) {
        const { event, args } = makeMessage(prey);
        socket.emit(event, ...args);
      } else {
        const { event, args } = makeMessage(prey);
        await ask(socket, event, args);
      }
    }
    await ask(socket, 'command', [{ type: 'student:leave' }]);
    socket.close();
  }
}

/** An answer must come, and be `ok` or one of the closed codes, unless the connection was cut. */
async function ask(socket: Socket, event: string, args: unknown[]): Promise<void> {
  if (!socket.connected) return;
  const cut = new Promise<'cut'>((resolve) => socket.once('disconnect', () => resolve('cut')));
  const answered = socket
    .timeout(ANSWER_MS)
    .emitWithAck(event, ...args)
    .catch(() => 'silence' as const);
  const answer = (await Promise.race([answered, cut])) as 'cut' | 'silence' | { ok: boolean; code?: string };
  socket.off('disconnect');
  if (answer === 'cut') return;
  if (answer === 'silence') counts.unanswered += socket.connected ? 1 : 0;
  else if (answer.ok) counts.accepted += 1;
  else {
    counts.refused += 1;
    if (!isRefusalCode(answer.code)) counts.unknownCodes += 1;
  }
}

function rawPacket(socket: Socket): void {
  const transport = socket.io.engine.transport as unknown as { ws?: { send(data: string | Buffer): void } };
  transport.ws?.send(makePacket());
}

async function httpRequest(url: string, prey: Prey): Promise<void> {
  const { method, path: route, body } = makeRequest(prey);
  try {
    const response = await fetch(`${url}${route}`, {
      method,
      headers: { origin: url, cookie: `teacher=${TEACHER}` },
      ...(body && method !== 'GET' ? { body: new Uint8Array(body) } : {}),
    });
    await response.arrayBuffer();
    if (response.ok) counts.accepted += 1;
    else counts.refused += 1;
  } catch {
    // Cut off: an answer too, for a body that nobody wants. A crash is seen by the process's end.
    counts.refused += 1;
  }
}

async function sampleMemory(url: string): Promise<void> {
  const text = await fetch(`${url}/metrics`).then(
    (response) => response.text(),
    () => '',
  );
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1];
  if (bytes) memory.push({ minutes: performance.now() / 60_000, mb: Number(bytes) / 2 ** 20 });
}

/** Least squares, MB a minute. */
function slope(samples: readonly { minutes: number; mb: number }[]): number {
  if (samples.length < 2) return 0;
  const mean = (values_: number[]) => values_.reduce((sum, value) => sum + value, 0) / values_.length;
  const t = mean(samples.map(({ minutes }) => minutes));
  const m = mean(samples.map(({ mb }) => mb));
  const above = samples.reduce((sum, { minutes, mb }) => sum + (minutes - t) * (mb - m), 0);
  const below = samples.reduce((sum, { minutes }) => sum + (minutes - t) ** 2, 0);
  return above / below;
}
