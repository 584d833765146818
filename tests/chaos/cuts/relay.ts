/**
 * The wire between the students' network and the server's: takes every frame from the one and hands it to the other, or not, as the
 * weather says. The kernel's `netem` does the like, but is in few kernels, and draws from no seed.
 */
import { openSync, read, write } from 'node:fs';
import { linkOf } from './addresses';
import { type Way, Weather, type WeatherPlan } from './weather';

/** What whoever starts it says first, and what it answers once frames pass. */
export interface RelayOrder {
  students: string;
  server: string;
}
export type RelayWord = { type: 'open'; order: RelayOrder } | { type: 'begin'; plan: WeatherPlan };

/** A frame with as much as the kernel hands over at once. */
const FRAME_BYTES = 66_000;

let weather: { of: Weather; since: number } | null = null;

process.on('message', (word: RelayWord) => {
  if (word.type === 'begin') weather = { of: new Weather(word.plan), since: performance.now() };
  else {
    const [students, server] = [openSync(word.order.students, 'r+'), openSync(word.order.server, 'r+')];
    carry(students, server, 'up');
    carry(server, students, 'down');
    process.send!('open');
  }
});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

function carry(from: number, to: number, way: Way): void {
  const room = Buffer.alloc(FRAME_BYTES);
  const next = () =>
    read(from, room, 0, FRAME_BYTES, null, (error, length) => {
      if (error) throw error;
      const frame = Buffer.from(room.subarray(0, length));
      const delay = delayOf(frame, way);
      if (delay !== null) setTimeout(() => write(to, frame, written), delay);
      next();
    });
  next();
}

function delayOf(frame: Buffer, way: Way): number | null {
  const link = linkOf(frame, way === 'up');
  return link === null || weather === null
    ? 0
    : weather.of.delayOf(link, way, performance.now() - weather.since);
}

/** A network that is full or not up yet loses a frame, as any other does. */
function written(error: NodeJS.ErrnoException | null): void {
  if (error && !['ENOBUFS', 'ENETDOWN', 'EAGAIN', 'EIO'].includes(error.code ?? '')) throw error;
}
