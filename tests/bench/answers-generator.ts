/** A class that hands in its answers to lesson 6's challenge in the same moment: each costs the server a training. */
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom, type Random } from '@/engine/random';
import { leadTo } from '@/people/lead-to';
import type { Tab } from '@/people/tab';
import { Teacher } from '@/people/teacher';
import { LOSS_CHOICES, LOSS_PARTS, RATE_CHOICES, START_CHOICES } from '@/protocol/challenges/loss';
import type { LossAnswer } from '@/protocol/challenges/loss-answer';
import { joinAll } from './join-all';
import type { AnswerLoad, AnswerReport } from './live-messages';

const report = (message: AnswerReport) => process.send?.(message);

process.once('message', async (load: AnswerLoad) => {
  const teacher = new Teacher(load.url, load.cookie);
  const watch = await teacher.conduct(load.code);
  await teacher.project(load.code);
  await leadTo(watch, 0);
  const tabs = await joinAll(load, load.students, async ({ tab }) => tab);
  report({ kind: 'joined' });
  process.once('message', () => void handInAll(tabs, load.withinMs));
});

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

async function handInAll(tabs: readonly Tab[], withinMs: number): Promise<void> {
  const random = createRandom(1);
  const answeredMs: number[] = [];
  const refused: Record<string, number> = {};
  const began = performance.now();
  await Promise.all(
    tabs.map(async (tab) => {
      const answer = anyAnswer(random);
      await wait(random.uniform() * withinMs);
      const sent = performance.now();
      const scored = await tab.handIn(answer);
      answeredMs.push(performance.now() - sent);
      if (!scored.ok) refused[scored.code] = (refused[scored.code] ?? 0) + 1;
    }),
  );
  report({ kind: 'done', answeredMs, refused, allMs: performance.now() - began });
}
