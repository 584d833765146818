import { bytesToText } from '@/protocol/bytes-text';
import { type PoolFrame, type PoolOpenAnswer, poolPaths } from '@/protocol/pool';
import type { Answer } from '@/protocol/refusals';
import { type RunningServer, TEACHER } from './class-server';
import { makeClass, mustBeOk, newId, studentTab, type Tab, teacherTab } from './people';

/** The lesson whose class gathers drawings under labels. */
export const POOL_LESSON = 'learning-from-data';

let drawn = 0;
/** A drawing like no other: a bar whose place and ink are its number. Label 0 stands up, label 1 lies down. */
export function drawing(label: number): Uint8Array<ArrayBuffer> {
  drawn += 1;
  const pixels = new Uint8Array(784);
  for (let along = 4; along < 24; along += 1) {
    const across = 6 + (drawn % 16);
    const at = label === 0 ? along * 28 + across : across * 28 + along;
    pixels[at] = 255;
    pixels[at + (label === 0 ? 1 : 28)] = 200 - (drawn % 150);
  }
  pixels[drawn % 28] = 1 + (drawn % 250);
  return pixels;
}

export const poolClass = (url: string) => makeClass(url, TEACHER, POOL_LESSON);

/** A class that gathers, begun, with its teacher and a student. */
export async function openPoolClass(url: string) {
  const made = await poolClass(url);
  const teacher = await teacherTab(url, made.code);
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const student = await studentTab(url, made.code, 'Ada');
  return { ...made, teacher, student };
}

/** On to the challenge: what is held back stands from there. */
export async function toTheChallenge(teacher: Tab): Promise<void> {
  for (let step = 0; step < 4; step += 1) mustBeOk(await teacher.command({ type: 'step:next' }));
}

export const add = (tab: Tab, label: number, pixels = drawing(label), id = newId()) =>
  tab.say<Answer>('pool:add', { id, label, pixels: bytesToText(pixels) });
export const open = (tab: Tab) => tab.say<PoolOpenAnswer>('pool:open', {});

/** Files as fast as the limit lets: the server's clock is moved on. */
export async function addMany(server: RunningServer, tab: Tab, labels: readonly number[]): Promise<void> {
  for (const label of labels) {
    server.clock.ahead += 2_100;
    mustBeOk(await add(tab, label));
  }
}

export function framesOf(tab: Tab): PoolFrame[] {
  const frames: PoolFrame[] = [];
  tab.socket.on('pool', (frame) => frames.push(frame));
  return frames;
}

export async function download(url: string, code: string, headers: Record<string, string>) {
  const response = await fetch(`${url}${poolPaths.training(code)}`, { headers });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}
