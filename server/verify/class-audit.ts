import { auditEntries } from '@/classroom/audit-members';
import type { ClassState } from '@/classroom/state';
import { readWeights } from '@/engine/verify/check-weights';
import type { Audit, AuditedNetwork, AuditFound } from '@/protocol/audit';
import { AUDIT_DATA } from '@/protocol/audit-settings';
import { bytesToText } from '@/protocol/bytes-text';
import { DATASETS } from '@/protocol/datasets';
import { LIMITS } from '@/protocol/limits';
import { type Refusal, refuse } from '@/protocol/refusals';
import type { Store } from '@/server/store/store';
import type { EnsembleCounter } from './ensemble-counter';

interface Means {
  counter: Pick<EnsembleCounter, 'do'>;
  store: Pick<Store, 'readWeights'>;
}

/**
 * Asks the networks that a class has handed in about the public half of the hidden pictures, as they are and changed, and about what they were trained with. One
 * after another, so that one is in memory at a time; no more than so many.
 */
export async function auditClass(
  state: ClassState,
  audit: Audit,
  { counter, store }: Means,
): Promise<AuditFound | Refusal> {
  const scores = [...auditEntries(state, audit).values()].flatMap(({ score }) => score ?? []);
  const networks: Record<string, AuditedNetwork> = {};
  const shown: AuditFound['shown'] = [];
  for (const score of scores.slice(0, LIMITS.networksPerAudit)) {
    const bytes = await store.readWeights(score.runId);
    const weights = bytes && readWeights(score.experiment, bytes);
    if (weights === null || typeof weights === 'string') continue;
    const answer = await counter.do(state.id, { ask: 'probe', experiment: score.experiment, weights });
    // Of one network nothing may come; whoever is busy or stops says so to whoever asked.
    if (!answer.ok && answer.code !== 'verifier-failed') return answer;
    if (!answer.ok || !('probed' in answer)) continue;
    const { pixels, ...shares } = answer.probed;
    networks[score.studentId] = { submissionId: score.id, ...shares, hidden: score.publicAccuracy };
    const { data } = audit.dealt[score.studentId]!;
    if (!shown.some((one) => one.data === data))
      shown.push({ studentId: score.studentId, data, pixels: bytesToText(pixels) });
  }
  const asked = Object.keys(networks).length;
  if (asked === 0) return refuse('no-audited');
  shown.sort((one, other) => AUDIT_DATA.indexOf(one.data) - AUDIT_DATA.indexOf(other.data));
  return {
    pictures: DATASETS[audit.dataset].hidden.half,
    lost: scores.length - asked,
    ...{ networks, shown },
  };
}
