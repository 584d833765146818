/** `npm run bench -- live`: how a whole class loads the server: the built one, real sockets, the real store, a process each. */
import type { ChildProcess } from 'node:child_process';
import { parseArgs } from 'node:util';
import { createTeacher } from '@/people/teacher';
import { readEnv } from '@/server/env';
import { openStore } from '@/server/store/open-store';
import { LESSON } from '@/tests/live/class-server';
import { reportOf, startGenerator } from './generator';
import type { GeneratorReport, Load } from './live-messages';
import { startMeasuredServer } from './measured-server';
import { percentile, round } from './percentiles';

const WARM_UP_MS = 3_000;
/** More of one class at once wait for their turns, as they come from one address. */
const LARGEST_CLASS = 300;
/** A generator that sends later than this measures the machine, not the server. */
const LATE_MS = 50;

/** Loads a server and says how it did. `--students N --rate POINTS_PER_SECOND --seconds S --classes N`: by default so few that none is too large. */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      students: { type: 'string', default: '300' },
      rate: { type: 'string', default: '4' },
      seconds: { type: 'string', default: '20' },
      classes: { type: 'string' },
    },
  });
  const students = Number(values.students);
  const rate = Number(values.rate);
  const seconds = Number(values.seconds);
  const classes = Number(values.classes ?? Math.ceil(students / LARGEST_CLASS));
  const { server, meter } = await startMeasuredServer();
  const generator = startGenerator('live-generator.ts');
  try {
    const teacher = await createTeacher(server.origin);
    const made: { id: string; code: string }[] = [];
    while (made.length < classes) made.push(await teacher.createClass(LESSON));
    const load: Load = {
      url: server.origin,
      codes: made.map(({ code }) => code),
      cookie: teacher.cookie,
      students,
      rate,
      seconds,
      warmUpMs: WARM_UP_MS,
    };
    generator.send(load);
    const joined = await reported(generator, 'joined');
    await reported(generator, 'measuring');
    await meter.measure();
    const done = await reported(generator, 'done');
    const figures = await meter.figures();
    generator.kill();
    await server.kill('SIGTERM');

    const after = await openStore(readEnv({ DATA_DIR: server.dataDir }), { inWorker: false });
    let stored = 0;
    for (const { id } of made)
      for (const run of await after.listRuns(id, null))
        stored += (await after.readRun(run.id))!.points.length;
    await after.close();
    if (percentile(done.lateMs, 0.99) > LATE_MS)
      console.error('The generator was late: something else had the processor. Throw these figures away.');
    return {
      students,
      classes,
      pointsPerS: round((done.ackMs.length * (rate / Math.min(rate, 4))) / seconds, 0),
      serverCpu: round(figures.cpu, 2),
      ackMs: { p50: round(percentile(done.ackMs, 0.5)), p99: round(percentile(done.ackMs, 0.99)) },
      frameMs: { p50: round(percentile(done.frameMs, 0.5)), p99: round(percentile(done.frameMs, 0.99)) },
      rssMb: round(figures.rssMb, 0),
      idleRssMb: round(figures.idleRssMb, 0),
      lost: done.ackedPoints - stored,
      acked: done.ackedPoints,
      refused: done.refused,
      eventLoopMaxMs: round(figures.eventLoopMaxMs),
      lateMs: { p50: round(percentile(done.lateMs, 0.5)), p99: round(percentile(done.lateMs, 0.99)) },
      joinAllMs: round(joined.milliseconds, 0),
    };
  } finally {
    generator.kill();
    meter.stop();
    await server.remove();
  }
}

const reported = <Kind extends GeneratorReport['kind']>(generator: ChildProcess, kind: Kind) =>
  reportOf<GeneratorReport, Kind>(generator, kind);
