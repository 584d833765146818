import type { StudentTrace } from '@/client/everybody/traces';
import type { CurvePoint } from '@/protocol/telemetry';
import type { Scene, SceneStudent } from './scene';

/** Everybody's run so far, as the pictures of the whole class draw it. */
export function wallTraces({ students }: Scene): StudentTrace[] {
  return students.map((one) => ({
    id: one.student.id,
    mark: one.student.mark,
    here: one.activity !== 'away',
    curve: curveOf(one),
    last: lastOf(one),
  }));
}

function curveOf({ run, moments }: SceneStudent): CurvePoint[] {
  return (run?.moments.slice(0, moments) ?? []).map(({ step, loss, accuracy }) => [step, loss, accuracy]);
}

/** Epochs of an earlier moment follow from its step: batches of a run are of one size. */
function lastOf({ run, moments }: SceneStudent): StudentTrace['last'] {
  const newest = run?.moments.at(-1);
  const now = run?.moments[moments - 1];
  if (!run || !newest || !now) return null;
  const { step, loss, accuracy } = now;
  const epoch = newest.step > 0 ? (run.epoch * step) / newest.step : 0;
  return { step, epoch, loss, accuracy, examplesPerSecond: run.speed };
}
