/** The classes that the live bench sends: students that join and stream points; of each class one teacher and one projector that watch. */
import { freshId } from '@/people/credentials';
import { leadTo } from '@/people/lead-to';
import { mustBeOk } from '@/people/must-be-ok';
import { point } from '@/people/sample-run';
import type { TabStudent } from '@/people/student';
import type { Tab } from '@/people/tab';
import { Teacher } from '@/people/teacher';
import { joinAll } from './join-all';
import type { GeneratorReport, Load } from './live-messages';

interface Streaming {
  tab: Tab;
  id: string;
  runId: string;
  epoch: number;
  sequence: number;
  step: number;
}

const report = (message: GeneratorReport) => process.send?.(message);
const MOST_BATCHES = 4;

process.once('message', async (load: Load) => {
  const begun = performance.now();
  const teacher = new Teacher(load.url, load.cookie);
  const classes = await Promise.all(
    load.codes.map(async (code, index) => {
      const watch = await teacher.conduct(code);
      await teacher.project(code);
      await leadTo(watch, 0);
      const count = Math.ceil((load.students - index) / load.codes.length);
      // Of several classes each sits in a school of its own.
      const school = load.codes.length > 1 ? `127.0.1.${index + 1}` : undefined;
      const students = await joinAll({ ...load, code }, count, openRun, school);
      return { watch, students };
    }),
  );
  report({ kind: 'joined', milliseconds: performance.now() - begun });
  await stream(
    load,
    classes.flatMap(({ students }) => students),
    classes.map(({ watch }) => watch),
  );
});

async function openRun({ tab, id }: TabStudent): Promise<Streaming> {
  const runId = freshId();
  const { epoch } = mustBeOk(await tab.attachRun(runId, { startedAt: Date.now() }));
  return { tab, id, runId, epoch, sequence: 0, step: 0 };
}

async function stream(load: Load, students: Streaming[], watches: readonly Tab[]): Promise<void> {
  const ackMs: number[] = [];
  const frameMs: number[] = [];
  const lateMs: number[] = [];
  const refused: Record<string, number> = {};
  let ackedPoints = 0;
  let measuring = false;
  const waiting = new Set<Promise<void>>();
  const sentAt = new Map<string, number>();
  for (const { socket } of watches)
    socket.on('frame', ({ students: changed }) => {
      const now = performance.now();
      for (const { studentId, last } of changed) {
        const sent = last && sentAt.get(`${studentId} ${last.step}`);
        if (sent && measuring) frameMs.push(now - sent);
      }
    });

  const batchesPerSecond = Math.min(load.rate, MOST_BATCHES);
  const pointsPerBatch = Math.round(load.rate / batchesPerSecond);
  const period = 1000 / batchesPerSecond;
  const send = (student: Streaming) => {
    student.sequence += 1;
    const points = Array.from({ length: pointsPerBatch }, () => {
      student.step += 1;
      return point(student.step, { loss: 1 / (1 + student.step / 7), accuracy: Math.random() });
    });
    const began = performance.now();
    const key = `${student.id} ${student.step}`;
    sentAt.set(key, began);
    setTimeout(() => sentAt.delete(key), 3_000).unref();
    const counts = measuring;
    const batch = { sequence: student.sequence, points, state: 'training' as const, report: null };
    const answered = student.tab.append(student.runId, student.epoch, batch).then((answer) => {
      if (counts) ackMs.push(performance.now() - began);
      if (answer.ok) ackedPoints += points.length;
      else refused[answer.code] = (refused[answer.code] ?? 0) + 1;
      waiting.delete(answered);
    });
    waiting.add(answered);
  };

  // Each student has its own phase: a class does not tick as one.
  const start = performance.now() + 100;
  const end = start + load.warmUpMs + load.seconds * 1000;
  const due = students.map((student, index) => ({ student, at: start + (period * index) / students.length }));
  await new Promise<void>((resolve) => {
    let next = 0;
    const tick = () => {
      const now = performance.now();
      if (!measuring && now >= start + load.warmUpMs) {
        measuring = true;
        report({ kind: 'measuring' });
      }
      for (let entry = due[next]!; entry.at <= now; entry = due[next]!) {
        if (measuring) lateMs.push(now - entry.at);
        send(entry.student);
        entry.at += period;
        next = (next + 1) % due.length;
      }
      if (now >= end) resolve();
      else setTimeout(tick, Math.max(0, due[next]!.at - performance.now()));
    };
    tick();
  });
  measuring = false;
  await Promise.all(waiting);
  report({ kind: 'done', ackedPoints, refused, ackMs, frameMs, lateMs });
}
