/** `npm run bench -- answers`: a class hands in lesson 6's challenge in the same moment. The built server, real sockets, the real store. */
import { parseArgs } from 'node:util';
import { createTeacher } from '@/people/teacher';
import { reportOf, startGenerator } from './generator';
import type { AnswerLoad, AnswerReport } from './live-messages';
import { startMeasuredServer } from './measured-server';
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
  const { server, meter } = await startMeasuredServer();
  const generator = startGenerator('answers-generator.ts');
  try {
    const teacher = await createTeacher(server.origin);
    const { code } = await teacher.createClass('loss');
    const load: AnswerLoad = {
      url: server.origin,
      code,
      cookie: teacher.cookie,
      students,
      withinMs: Number(values.within) * 1_000,
    };
    generator.send(load);
    await reportOf<AnswerReport, 'joined'>(generator, 'joined');
    await meter.measure();
    generator.send('go');
    const { answeredMs, refused, allMs } = await reportOf<AnswerReport, 'done'>(generator, 'done');
    const figures = await meter.figures();
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
    meter.stop();
    await server.remove();
  }
}
