/** A class that hands in its answers to lesson 6's challenge in the same moment: each costs the server a training. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { createRandom, type Random } from '@/engine/random';
import { LOSS_CHOICES, LOSS_PARTS, RATE_CHOICES, START_CHOICES } from '@/protocol/challenges/loss';
import type { LossAnswer } from '@/protocol/challenges/loss-answer';
import type { AnswerLoad, AnswerReport } from './live-messages';
import { connect, type Line } from './watchers';

const report = (message: AnswerReport) => process.send?.(message);

process.once('message', async (load: AnswerLoad) => {
  const watch = connect(load, 'teacher');
  connect(load, 'screen');
  await new Promise<void>((resolve) => watch.once('view', () => resolve()));
  const lines: Line[] = [];
  const names = Array.from({ length: load.students }, (_, index) => index);
  const joinNext = async (): Promise<void> => {
    for (let index = names.shift(); index !== undefined; index = names.shift())
      lines.push(await join(load, index));
  };
  await Promise.all(Array.from({ length: 20 }, joinNext));
  report({ kind: 'joined' });
  process.once('message', () => void handInAll(lines, load.withinMs));
});

async function join({ url, code }: AnswerLoad, index: number): Promise<Line> {
  const line: Line = io(url, { transports: ['websocket'], forceNew: true });
  const credentials = { studentId: randomBytes(16).toString('hex'), secret: randomBytes(32).toString('hex') };
  const as = { kind: 'newcomer', nickname: `Student ${index}`, credentials } as const;
  const joined = await line.emitWithAck('attach', { code, as });
  if (!joined.ok) throw new Error(joined.code);
  return line;
}

/** Any settings that a student can choose. */
function anyAnswer(random: Random): LossAnswer {
  const of = <Choice>(choices: readonly Choice[]) => choices[random.int(choices.length)]!;
  const part = of(LOSS_PARTS);
  return {
    part,
    loss: of(LOSS_CHOICES),
    start: part === 'stuck' ? 'saturated' : of(START_CHOICES),
    rate: of(RATE_CHOICES),
  };
}

async function handInAll(lines: readonly Line[], withinMs: number): Promise<void> {
  const random = createRandom(1);
  const answeredMs: number[] = [];
  const refused: Record<string, number> = {};
  const began = performance.now();
  await Promise.all(
    lines.map(async (line) => {
      const answer = anyAnswer(random);
      await wait(random.uniform() * withinMs);
      const sent = performance.now();
      const scored = await line.emitWithAck('challenge:submit', { answer });
      answeredMs.push(performance.now() - sent);
      if (!scored.ok) refused[scored.code] = (refused[scored.code] ?? 0) + 1;
    }),
  );
  report({ kind: 'done', answeredMs, refused, allMs: performance.now() - began });
}
