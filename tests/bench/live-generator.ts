/** The class that the live bench sends: students that join and stream points, one teacher and one projector that watch. */
import { randomBytes } from 'node:crypto';
import { io } from 'socket.io-client';
import { EXPERIMENT, point } from '@/tests/live/people';
import type { GeneratorReport, Load } from './live-messages';
import { connect, type Line } from './watchers';

interface Student {
  line: Line;
  id: string;
  runId: string;
  epoch: number;
  sequence: number;
  step: number;
}

const report = (message: GeneratorReport) => process.send?.(message);
const newId = () => randomBytes(16).toString('hex');
const MOST_BATCHES = 4;

process.once('message', async (load: Load) => {
  const begun = performance.now();
  const watch = connect(load, 'teacher');
  connect(load, 'screen');
  await new Promise<void>((resolve) => watch.once('view', () => resolve()));
  const students: Student[] = [];
  const names = Array.from({ length: load.students }, (_, index) => index);
  const joinNext = async (): Promise<void> => {
    for (let index = names.shift(); index !== undefined; index = names.shift())
      students.push(await join(load, index));
  };
  await Promise.all(Array.from({ length: 20 }, joinNext));
  report({ kind: 'joined', milliseconds: performance.now() - begun });
  await stream(load, students, watch);
});

async function join(load: Load, index: number): Promise<Student> {
  const line: Line = io(load.url, { transports: ['websocket'], forceNew: true });
  const credentials = { studentId: newId(), secret: randomBytes(32).toString('hex') };
  const joined = await line.emitWithAck('attach', {
    code: load.code,
    as: { kind: 'newcomer', nickname: `Student ${index}`, credentials },
  });
  if (!joined.ok) throw new Error(joined.code);
  const runId = newId();
  const opened = await line.emitWithAck('run:attach', {
    runId,
    experiment: EXPERIMENT,
    backend: 'webgl',
    startedAt: Date.now(),
  });
  if (!opened.ok) throw new Error(opened.code);
  return { line, id: credentials.studentId, runId, epoch: opened.epoch, sequence: 0, step: 0 };
}

async function stream(load: Load, students: Student[], watch: Line): Promise<void> {
  const ackMs: number[] = [];
  const frameMs: number[] = [];
  const lateMs: number[] = [];
  const refused: Record<string, number> = {};
  let ackedPoints = 0;
  let measuring = false;
  const waiting = new Set<Promise<void>>();
  const sentAt = new Map<string, number>();
  watch.on('frame', ({ students: changed }) => {
    const now = performance.now();
    for (const { studentId, last } of changed) {
      const sent = last && sentAt.get(`${studentId} ${last.step}`);
      if (sent && measuring) frameMs.push(now - sent);
    }
  });

  const batchesPerSecond = Math.min(load.rate, MOST_BATCHES);
  const pointsPerBatch = Math.round(load.rate / batchesPerSecond);
  const period = 1000 / batchesPerSecond;
  const send = (student: Student) => {
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
    const payload = {
      runId: student.runId,
      epoch: student.epoch,
      batch: { sequence: student.sequence, points, state: 'training' as const, report: null },
    };
    const answered = student.line.emitWithAck('run:append', payload).then((answer) => {
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
