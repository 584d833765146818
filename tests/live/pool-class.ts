import { freshId } from '@/people/credentials';
import { drawing } from '@/people/drawing';
import { leadTo, nextSteps } from '@/people/lead-to';
import { mustBeOk } from '@/people/must-be-ok';
import type { RecordingTab } from '@/people/recording-tab';
import { studentTab } from '@/people/student';
import { bytesToText } from '@/protocol/bytes-text';
import type { PoolFrame, PoolOpenAnswer } from '@/protocol/pool';
import { poolPaths } from '@/protocol/pool-rules';
import type { Answer } from '@/protocol/refusals';
import { type RunningServer, TEACHER } from './class-server';
import { makeClass, teacherTab } from './known-teacher';

/** The lesson whose class gathers drawings under labels. */
export const POOL_LESSON = 'learning-from-data';

export const poolClass = (url: string) => makeClass(url, TEACHER, POOL_LESSON);

/** A class that gathers, begun, with its teacher and a student. */
export async function openPoolClass(url: string) {
  const made = await poolClass(url);
  const teacher = await teacherTab(url, made.code);
  await leadTo(teacher, 0);
  const student = await studentTab(url, made.code, 'Ada');
  return { ...made, teacher, student };
}

/** On to the challenge: what is held back stands from there. */
export async function toTheChallenge(teacher: RecordingTab): Promise<void> {
  await nextSteps(teacher, 4);
}

export const add = (tab: RecordingTab, label: number, pixels = drawing(label), id = freshId()) =>
  tab.say<Answer>('pool:add', { id, label, pixels: bytesToText(pixels) });
export const open = (tab: RecordingTab) => tab.say<PoolOpenAnswer>('pool:open', {});

/** Files as fast as the limit lets: the server's clock is moved on. */
export async function addMany(
  server: RunningServer,
  tab: RecordingTab,
  labels: readonly number[],
): Promise<void> {
  for (const label of labels) {
    server.clock.ahead += 2_100;
    mustBeOk(await add(tab, label));
  }
}

export function framesOf(tab: RecordingTab): PoolFrame[] {
  const frames: PoolFrame[] = [];
  tab.socket.on('pool', (frame) => frames.push(frame));
  return frames;
}

export async function download(url: string, code: string, headers: Record<string, string>) {
  const response = await fetch(`${url}${poolPaths.training(code)}`, { headers });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}
