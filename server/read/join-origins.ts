import { headers } from 'next/headers';
import { readableOrigin, serverAddresses } from '@/server/announce';
import { readEnv } from '@/server/env';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/**
 * The addresses to give to students, the best first: the public one where it is set; else, for somebody who opened the
 * page on the server's own machine, that machine's in the local network. Empty: the address that is open in the
 * browser is the right one.
 */
export async function joinOrigins(): Promise<string[]> {
  const env = readEnv();
  if (env.publicOrigin !== null) return [readableOrigin(env.publicOrigin)];
  const host = (await headers()).get('host') ?? '';
  if (!LOOPBACK.test(host)) return [];
  const port = Number(/:(\d+)$/.exec(host)?.[1] ?? 80);
  return serverAddresses(env, port).lan;
}
