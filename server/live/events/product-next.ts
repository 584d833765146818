import { stepsOf } from '@/classroom/steps';
import { type ProductNextAnswer, productNextSchema } from '@/protocol/class-product';
import { refuse } from '@/protocol/refusals';
import { attachedEvent } from '@/server/live/event';

/** Rows of the class's product: those that were calculated, for those that come next. */
export const productNext = attachedEvent({
  schema: productNextSchema,
  roles: ['student'],
  limit: 'rows',
  handle: async ({ live, role: { studentId } }, asked): Promise<ProductNextAnswer> => {
    const state = live.state();
    if (state.students[studentId]?.membership !== 'in') return refuse('not-allowed');
    if (state.phase !== 'live') return refuse('wrong-phase');
    if (!stepsOf(state).some(({ bench }) => bench === 'matrix-rows')) return refuse('no-such-step');
    return { ok: true, ...live.product.next(studentId, asked) };
  },
});
