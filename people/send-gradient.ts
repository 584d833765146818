import type { MaskDevice } from '@/engine/together/mask-device';
import { wordsToBytes } from '@/engine/together/whole-gradient';
import { type LeakPart, type LeakRead, type LeakRound, leakPath } from '@/protocol/leak-paths';
import type { Answer } from '@/protocol/refusals';
import { studentAuthorization } from '@/protocol/submission';
import { request } from './request';
import type { TabStudent } from './student';

type Sender = Pick<TabStudent, 'tab' | 'code' | 'credentials'>;
type Sum = { leakId: string; attempt: number };

/** Says something of *What a gradient tells* as a student's page does, or whatever else (protocol/leak-paths). */
export async function sayInLeak<Facts extends object = object>(
  { tab, code, credentials }: Sender,
  { leakId, attempt }: Sum,
  part: LeakPart,
  body?: Uint8Array,
  query = '',
): Promise<Answer<Facts>> {
  const route = leakPath(code, leakId, attempt, part) + query;
  const sent = body && { body: Uint8Array.from(body) };
  const { answer } = await request<Answer<Facts>>(tab.url, body ? 'POST' : 'GET', route, {
    headers: { authorization: studentAuthorization(credentials), 'content-type': 'application/octet-stream' },
    ...sent,
  });
  return answer;
}

/** Sends a gradient as it is. */
export const sendSingle = (student: Sender, leakId: string, words: Int32Array, mayShow = false) =>
  sayInLeak<{ read: LeakRead }>(
    student,
    { leakId, attempt: 0 },
    'gradient',
    wordsToBytes(words),
    mayShow ? '?show=1' : '',
  );

/** Takes part in a sum. */
export const sendKey = (student: Sender, sum: Sum, device: MaskDevice) =>
  sayInLeak(student, sum, 'key', device.key);

/** Sends its gradient behind masks, once it is told who takes part. @throws Error where it may not, or will not */
export async function sendMasked(
  student: Sender,
  sum: Sum,
  device: MaskDevice,
): Promise<Answer<{ read: LeakRead }>> {
  const { place, keys } = await roundFor(student, sum);
  const words = device.masked(
    place,
    keys.map((key) => Uint8Array.from(Buffer.from(key, 'hex'))),
  );
  if (words === null) throw new Error('the device sends nothing');
  return sayInLeak(student, sum, 'masked', wordsToBytes(words));
}

/** Tells what is needed of its masks. @throws Error where it may not, or will not */
export async function sendRevealed(student: Sender, sum: Sum, device: MaskDevice): Promise<Answer> {
  const { missing } = await roundFor(student, sum);
  const seeds = device.revealed(missing);
  if (seeds === null) throw new Error('the device tells nothing');
  return sayInLeak(student, sum, 'reveal', seeds);
}

async function roundFor(student: Sender, sum: Sum): Promise<LeakRound> {
  const answer = await sayInLeak<{ round: LeakRound }>(student, sum, 'round');
  if (!answer.ok) throw new Error(answer.code);
  return answer.round;
}
