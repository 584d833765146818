import type { SnapshotReadAnswer } from '@/protocol/events';
import { type Answer, refuse } from '@/protocol/refusals';
import { withoutTyped } from '@/protocol/sight-bounds';
import { snapshotReadSchema, snapshotTakeSchema } from '@/protocol/snapshot';
import { attachedEvent } from '@/server/live/event';

/** Takes what is seen over a student's shoulder now: the newest that the student's own page has shown. */
export const snapshotTake = attachedEvent({
  schema: snapshotTakeSchema,
  roles: ['teacher', 'assistant'],
  least: 'help',
  limit: 'commands',
  handle: async ({ live }, { snapshotId, studentId }): Promise<Answer> => {
    const sight = live.shoulders.newestOf(studentId);
    if (!sight) return refuse('nothing-to-show');
    return live.ask({ type: 'snapshot:keep', snapshotId, studentId, sight }, { kind: 'server' });
  },
});

/** What was on the bench. A projector is told of the one that it shows, and of nothing that was typed. */
export const snapshotRead = attachedEvent({
  schema: snapshotReadSchema,
  roles: ['teacher', 'assistant', 'screen'],
  limit: 'reads',
  handle: async ({ live, role }, { snapshotId }): Promise<SnapshotReadAnswer> => {
    const { snapshots, screenView, screenArgument } = live.state();
    const found = snapshots.find(({ id }) => id === snapshotId);
    if (!found) return refuse('unknown-snapshot');
    const sight = { stepId: found.stepId, works: [...found.works] };
    if (role.kind !== 'screen') return { ok: true, sight };
    if (screenView !== 'snapshot' || screenArgument !== snapshotId) return refuse('not-allowed');
    return { ok: true, sight: withoutTyped(sight) };
  },
});
