import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachSchema } from '@/protocol/attach';
import { createClassSchema } from '@/protocol/classes';
import { commandSchema } from '@/protocol/commands';
import { experimentSchema } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import { batchSchema, runAppendSchema, runAttachSchema, runListSchema, runReadSchema } from '@/protocol/run';

const SCHEMAS = [
  attachSchema,
  commandSchema,
  experimentSchema,
  batchSchema,
  runAppendSchema,
  runAttachSchema,
  runListSchema,
  runReadSchema,
  createClassSchema,
];
const POINT = {
  step: 1,
  epoch: 0.5,
  loss: null,
  accuracy: 0.5,
  validationLoss: null,
  validationAccuracy: null,
  examplesPerSecond: 10,
};
const BATCH = { sequence: 1, points: [POINT], state: 'training', report: null };

describe('what crosses the wire', () => {
  it('is never accepted by chance', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (junk) => {
        for (const schema of SCHEMAS) expect(schema.safeParse(junk).success).toBe(false);
      }),
    );
  });

  it('may hold a loss that is no number any more, as null alone', () => {
    expect(batchSchema.safeParse(BATCH).success).toBe(true);
    for (const loss of [Number.NaN, Number.POSITIVE_INFINITY, '1', undefined])
      expect(batchSchema.safeParse({ ...BATCH, points: [{ ...POINT, loss }] }).success).toBe(false);
  });

  it('is bounded and has nothing beside', () => {
    const points = Array.from({ length: LIMITS.pointsPerBatch + 1 }, () => POINT);
    const refused = [
      { ...BATCH, points },
      { ...BATCH, sequence: 0 },
      { ...BATCH, sequence: 1.5 },
      { ...BATCH, state: 'done' },
      { ...BATCH, extra: 1 },
      { ...BATCH, points: [{ ...POINT, extra: 1 }] },
      { ...BATCH, points: [{ ...POINT, step: -1 }] },
    ];
    for (const each of refused) expect(batchSchema.safeParse(each).success).toBe(false);
    expect(commandSchema.safeParse({ type: 'class:begin', at: 1 }).success).toBe(false);
    expect(commandSchema.safeParse({ type: 'student:join', studentId: '0'.repeat(32) }).success).toBe(false);
    expect(commandSchema.safeParse({ type: 'score:record', score: {} }).success).toBe(false);
  });

  it('fits into one message, even the largest batch', () => {
    const points = Array.from({ length: LIMITS.pointsPerBatch }, () => ({
      ...POINT,
      step: Number.MAX_SAFE_INTEGER,
      epoch: Math.PI * 1e-300,
      loss: -Math.PI * 1e-300,
      examplesPerSecond: Math.PI * 1e-300,
    }));
    expect(
      JSON.stringify({ runId: '0'.repeat(32), epoch: 1, batch: { ...BATCH, points } }).length,
    ).toBeLessThan(LIMITS.messageBytes / 4);
  });
});
