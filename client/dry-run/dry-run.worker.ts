import { Responder } from '@/base/line/responder';
import { pagePort } from '@/engine/line/page-port';
import { SharedTrainer } from '@/engine/training/shared-trainer';
import { identityOf } from './identity';
import type { DryRunEvent, DryRunRequests } from './messages';
import { SimulatedStudent } from './simulated-student';
import { temperamentOf } from './temperament';

/** The worker's entry: holds the simulated students of one class. It ends with its page. */

/** Milliseconds between two who come. */
const ARRIVAL_MS = 250;
/** Milliseconds that each training leaves to the others after a slice, by their number: together they take about half of one core. */
const REST_MS = 80;
const LEAST_REST_MS = 400;

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const line = new Responder<DryRunRequests, DryRunEvent, string>(pagePort(), {
  refusalOf: (error) => String(error),
});
const students: SimulatedStudent[] = [];

function tell(): void {
  line.tell({
    type: 'students',
    here: students.filter(({ isHere }) => isHere).length,
    refusal: students.find(({ refusal }) => refusal !== null)?.refusal ?? null,
  });
}

line.serve({
  begin: async ({ code, origin, seed, nicknames }) => {
    const trainer = new SharedTrainer(origin, sleep);
    for (const [index, nickname] of nicknames.entries()) {
      students.push(
        new SimulatedStudent({
          code,
          origin,
          nickname,
          credentials: identityOf(seed, index),
          temperament: temperamentOf(seed, index),
          seed: seed + index,
          trainer,
          rest: Math.max(LEAST_REST_MS, REST_MS * nicknames.length),
          sleep,
          changed: tell,
        }),
      );
      await sleep(ARRIVAL_MS);
    }
    return null;
  },
});
