import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onCore } from './on-core';

/** Starts a program of this folder that makes load, on the core that the server has not. */
export function startGenerator(program: string): ChildProcess {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const [command, ...args] = onCore(1, [process.execPath, '--import', 'tsx', file]);
  return spawn(command!, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

/** The next report of a kind; rejects where the generator ends before. */
export function reportOf<Report extends { kind: string }, Kind extends Report['kind']>(
  generator: ChildProcess,
  kind: Kind,
): Promise<Extract<Report, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const listen = (received: unknown) => {
      if ((received as Report).kind !== kind) return;
      generator.off('message', listen);
      resolve(received as Extract<Report, { kind: Kind }>);
    };
    generator.on('message', listen);
    generator.once('error', reject);
    generator.once('exit', (code) => reject(new Error(`a process of the bench ended early (${code})`)));
  });
}
