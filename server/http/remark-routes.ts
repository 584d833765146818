import { type Answer, refuse } from '@/protocol/refusals';
import {
  isRemark,
  normaliseRemark,
  type RemarkWritten,
  remarkAsMessage,
  remarkSchema,
} from '@/protocol/remarks';
import { idSchema } from '@/protocol/run';
import { newId } from '@/server/live/credentials';
import type { LiveClass } from '@/server/live/live-class';
import { byId, ownerRoute } from './route';

/** A teacher's note or feedback about a run: see protocol/remarks. */
export const remarkRoute = ownerRoute({
  method: 'PATCH',
  path: '/api/classes/:id/runs/:runId/remarks',
  params: byId.extend({ runId: idSchema }),
  body: remarkSchema,
  handle: async ({ parts, live, teacherId, body }, { runId }): Promise<Answer<RemarkWritten>> => {
    const text = normaliseRemark(body.text);
    if (!isRemark(text)) return refuse('remark-invalid');
    const known = await parts.store.readRun(runId, 1);
    if (known?.classId !== live.id) return refuse('unknown-run');
    const remark = { runId, kind: body.kind, text, writtenAt: live.now() };
    if (!(await parts.store.saveRemark(remark))) return refuse('unknown-run');
    if (text === '') return { ok: true, remark: null, told: false };
    const told = body.kind === 'feedback' && (await tell(live, teacherId, known.run.studentId, text));
    return { ok: true, remark, told };
  },
});

/** Puts feedback on the student's page while the class goes on; false: the student reads it on the own page alone. */
async function tell(live: LiveClass, teacherId: string, studentId: string, text: string): Promise<boolean> {
  if (live.state().phase === 'ended') return false;
  const answer = await live.ask(
    { type: 'message:send', id: newId(), text: remarkAsMessage(text), to: [studentId] },
    { kind: 'teacher', teacherId },
  );
  return answer.ok;
}
