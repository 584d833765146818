import { createHmac } from 'node:crypto';

/**
 * Of what a class's own private half is drawn, unsigned 32 bits: the same after every restart and on every node, another for each class, and not to be
 * foreseen without the server's secret. Nothing that is drawn with it shows before the class has ended, so nobody can try seeds.
 */
export function halfSeed(secret: string, classId: string): number {
  return createHmac('sha256', secret).update(`private half of class ${classId}`).digest().readUInt32BE(0);
}
