import { openAudit } from '@/classroom/audits';
import { auditRunSchema } from '@/protocol/audit';
import { type Answer, refuse } from '@/protocol/refusals';
import { attachedEvent, type EventParts } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';
import { SharedWork } from '@/server/live/shared-work';
import { auditClass } from '@/server/verify/class-audit';

/** Which networks are being asked, by class: whoever asks again waits for the same. */
const running = new SharedWork();

/** Asks the class's networks now, and records what came of it; answered after the commit. */
export const auditRun = attachedEvent({
  schema: auditRunSchema,
  roles: ['teacher', 'assistant'],
  limit: 'commands',
  handle: async ({ parts, live }, { auditId }): Promise<Answer> => {
    const open = openAudit(live.state());
    if (open?.id !== auditId) return refuse('no-audit');
    if (open.found !== null) return { ok: true };
    return running.run(live, auditId, () => run(parts, live, auditId));
  },
});

async function run({ ensembles, store }: EventParts, live: LiveClass, auditId: string): Promise<Answer> {
  const state = live.state();
  const audit = openAudit(state);
  if (audit === null) return refuse('no-audit');
  const found = await auditClass(state, audit, { counter: ensembles, store });
  if ('ok' in found) return found;
  return live.ask({ type: 'audit:record', auditId, found }, { kind: 'server' });
}
