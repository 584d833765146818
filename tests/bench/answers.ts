/** `npm run bench -- answers`: a class hands in lesson 6's challenge in the same moment. The built server, real sockets, the real store. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createTeacher } from '@/tests/browser/teacher-api';
import { reportOf, startGenerator } from './generator';
import type { AnswerLoad, AnswerReport } from './live-messages';
import { BenchServer } from './live-server';
import { percentile, round } from './percentiles';

/** `--students N --within SECONDS`: how long they wait for their answers, and how long the server hears nobody. */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      students: { type: 'string', default: '300' },
      within: { type: 'string', default: '2' },
    },
  });
  const students = Number(values.students);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'perceptroom-bench-'));
  const server = await BenchServer.start(dataDir);
  const generator = startGenerator('answers-generator.ts');
  try {
    const teacher = await createTeacher(server.url);
    const { code } = await teacher.createClass('loss');
    const load: AnswerLoad = {
      url: server.url,
      code,
      cookie: teacher.cookie,
      students,
      withinMs: Number(values.within) * 1_000,
    };
    generator.send(load);
    await reportOf<AnswerReport, 'joined'>(generator, 'joined');
    await server.measure();
    generator.send('go');
    const { answeredMs, refused, allMs } = await reportOf<AnswerReport, 'done'>(generator, 'done');
    const figures = await server.figures();
    return {
      students,
      answerMs: {
        p50: round(percentile(answeredMs, 0.5)),
        p99: round(percentile(answeredMs, 0.99)),
        longest: round(Math.max(...answeredMs)),
      },
      allAnsweredS: round(allMs / 1_000, 2),
      refused,
      eventLoopMaxMs: round(figures.eventLoopMaxMs),
      serverCpu: round(figures.cpu, 2),
      rssMb: round(figures.rssMb, 0),
    };
  } finally {
    generator.kill();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
