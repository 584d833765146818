import { headers } from 'next/headers';
import { joinOrigins } from './join-origins';

/** Where a lesson is to be found alone, as it is written on paper: the address to give to students, else the one that is open. */
export async function lessonAddress(lessonId: string): Promise<string> {
  const [best] = await joinOrigins();
  const origin = best ?? (await headers()).get('host') ?? '';
  return `${origin.replace(/^http:\/\//, '')}/learn/${lessonId}`;
}
