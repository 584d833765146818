import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ServerProcess } from '@/people/server-process';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { until } from '@/people/until';
import { comparePath, MOST_COMPARED } from '@/protocol/compare-runs';
import { classCurvesPath } from '@/protocol/run-curves';
import { BATCHES, fillNewClass, POINTS, RUNS, STUDENTS } from './large-class';
import { percentile, round } from './percentiles';
import { cpuSecondsOf } from './server-meter';

/** Milliseconds after which a server is not warm because something is wrong. */
const WARM_MS = 60_000;

/** Between two views: the same page is begun five times a second at most (server/http/shared-pages.ts), and nobody looks more often. */
const BETWEEN_MS = 250;

/** What it costs to open a page. */
interface PageFigures {
  /** The first after a start: asked for as soon as the server can be reached, and once its pages are warm (server/http/warm-pages). */
  firstMs: { atOnce: number; warm: number };
  /** From asking to the last byte, on this machine; of the views after the first. */
  serverMs: { p50: number; p99: number };
  /** Milliseconds of processor a view, the server's threads together: what others on the machine do stands in it less. */
  cpuMs: number;
  bytes: number;
}

async function measurePage(
  server: ServerProcess,
  teacher: RegisteredTeacher,
  path: string,
  views: number,
): Promise<PageFigures> {
  let bytes = 0;
  const look = async () => {
    const started = performance.now();
    const answer = await fetch(`${server.origin}${path}`, { headers: { cookie: teacher.cookie } });
    bytes = (await answer.arrayBuffer()).byteLength;
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return performance.now() - started;
  };
  await server.kill('SIGTERM');
  await server.run();
  const atOnce = await look();
  await server.kill('SIGTERM');
  const printed = server.printed.length;
  await server.run();
  await until('pages are warm', () => server.printed.slice(printed).includes('pages are warm'), WARM_MS);
  const warm = await look();
  const times: number[] = [];
  const before = await cpuSecondsOf(server.origin);
  for (let view = 0; view < views; view += 1) {
    await pause(BETWEEN_MS);
    times.push(await look());
  }
  return {
    firstMs: { atOnce: round(atOnce), warm: round(warm) },
    serverMs: { p50: round(percentile(times, 0.5)), p99: round(percentile(times, 0.99)) },
    cpuMs: round(((await cpuSecondsOf(server.origin)) - before) * (1000 / views)),
    bytes,
  };
}

/**
 * `npm run bench -- review [--classes N] [--views N]`: how long the server takes for the pages that look back at a class with 200 students × 10 runs
 * × 500 points: its review, 50 of its runs compared, its pictures, the curves in them, and its replay. `--classes`: among so many of the same size.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: { classes: { type: 'string', default: '1' }, views: { type: 'string', default: '100' } },
  });
  const [classes, views] = [Number(values.classes), Number(values.views)];
  const server = await ServerProcess.start();
  try {
    const teacher = await createTeacher(server.origin);
    const { id, runs } = await fillNewClass(server, teacher, { copies: classes - 1 });
    const step = Math.floor(runs.length / MOST_COMPARED);
    const compared = runs.filter((_, index) => index % step === 0);
    const review = await measurePage(server, teacher, `/review/${id}`, views);
    return {
      students: STUDENTS,
      runs: STUDENTS * RUNS,
      points: STUDENTS * RUNS * BATCHES * POINTS,
      classes,
      ...review,
      compare: await measurePage(server, teacher, comparePath(compared), views),
      pictures: await measurePage(server, teacher, `/review/${id}/pictures`, views),
      replay: await measurePage(server, teacher, `/review/${id}/replay`, views),
      curves: await measurePage(server, teacher, classCurvesPath(id), views),
    };
  } finally {
    await server.remove();
  }
}
