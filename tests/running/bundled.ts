import path from 'node:path';

/** A program that was bundled for this run (threads.setup.ts), by the name of its file. */
export function bundledProgram(name: string): string {
  return path.join(process.env.BUNDLED_THREADS!, `${name}.mjs`);
}
