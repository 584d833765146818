import { LIMITS } from '@/protocol/limits';
import { hashSecret } from '@/server/live/credentials';
import { unpackPoints } from '@/server/store/points';
import { isPointOf } from './run-points';
import type { RowOfRun } from './simulated-database';
import type { SimulatedNode } from './simulated-node';
import type { StudentPage } from './student-page';
import type { TeacherPage } from './teacher-page';
import { compareView } from './watch-views';
import type { World } from './world';

interface People {
  pages: readonly StudentPage[];
  teacher: TeacherPage;
  nodes: readonly SimulatedNode[];
}

/** When nothing is under way any more: what is stored is what was promised, once and in order, and everybody sees it. */
export async function checkClass(world: World, { pages, teacher, nodes }: People): Promise<void> {
  const { record, database } = world;
  for (const broken of database.broken) record.violate(broken);
  for (const [runId, row] of database.runs) checkRun(world, runId, row);
  for (const [runId, highWater] of record.acknowledged)
    if ((database.runs.get(runId)?.head.highWater ?? 0) < highWater)
      record.violate('an acknowledged batch is not in the store');
  checkKept(world);
  checkPeople(world);
  for (const node of nodes) {
    for (const message of node.leftUnanswered) record.violate(`never answered: ${message}`);
    await checkLedger(world, node);
  }
  for (const page of pages) checkPage(world, page);
  const { view, connection } = teacher.session.snapshot();
  if (connection !== 'online' || view?.version !== database.state.version)
    record.violate('the teacher does not see what the store holds');
  else compareView(world, view, { kind: 'teacher', teacherId: teacher.teacherId });
}

/** Sequences and steps without a gap, each once, and of an honest student's run the very points that it recorded. */
function checkRun({ record }: World, runId: string, { run, head, batches }: RowOfRun): void {
  const sequences = batches.map(({ sequence }) => sequence);
  if (sequences.some((sequence, at) => sequence !== at + 1) || head.highWater !== batches.length)
    record.violate('a run has a gap, or a batch twice');
  const points = batches.flatMap((batch) => unpackPoints(batch.points));
  if (head.pointCount !== points.length) record.violate('points were counted twice');
  if (
    points.some((point) => Object.values(point).some((value) => value !== null && !(Math.abs(value) <= 1e9)))
  )
    record.violate('a forged number is in the store');
  if (record.ownerOfRun.get(runId) !== run.studentId) record.violate('a run is another student’s');
  if (record.hostile.has(run.studentId)) return;
  if (points.some((point, at) => point.step !== at + 1 || !isPointOf(runId, point)))
    record.violate('a run holds what its student did not record');
}

/** What was acknowledged of answers, scores and messages is there, once; nothing is there that nobody asked for. */
function checkKept({ record, database }: World): void {
  const { answers, scores, messages, version } = database.state;
  for (const [key, choice] of record.answersKept)
    if (answers[key]?.choice !== choice) record.violate('an acknowledged answer is not in the store');
  for (const [key, { choice, studentId }] of Object.entries(answers))
    if (record.honest.has(studentId) && !record.answersAsked.get(key)?.has(choice))
      record.violate('an answer was stored that its student did not give');
  const ids = scores.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) record.violate('a score was counted twice');
  for (const [id, { isKept }] of record.submissions)
    if (isKept && !ids.includes(id)) record.violate('an acknowledged score is not in the store');
  for (const { id, studentId } of scores)
    if (record.submissions.get(id)?.studentId !== studentId) record.violate('a score that nobody handed in');
  const said = messages.map(({ id }) => id);
  if (new Set(said).size !== said.length) record.violate('a message was counted twice');
  for (const id of record.messagesKept)
    if (!said.includes(id)) record.violate('an acknowledged message is gone');
  if (version < record.toldVersion) record.violate('a version that was told is not in the store');
}

/** Everybody who was let in is there, once and as they came; nobody else is, and nobody but the teacher has led. */
function checkPeople({ record, database }: World): void {
  const { students, locked, anonymised, phase } = database.state;
  for (const id of record.joined) if (!students[id]) record.violate('a student who was let in is gone');
  for (const { id, nickname, secretHash, membership } of Object.values(students)) {
    const honest = record.honest.get(id);
    if (!honest && !record.hostile.has(id)) record.violate('a student whom nobody knows');
    if (!honest) continue;
    if (nickname !== honest.nickname || secretHash !== hashSecret(honest.secret))
      record.violate('a student was changed by somebody else');
    if (membership !== 'in') record.violate('a student was sent out by somebody else');
  }
  if (locked || anonymised || (phase === 'ended' && !record.endAsked))
    record.violate('somebody other than the teacher has led the class');
}

/** What a server knows of runs by heart never counts more than is stored. */
async function checkLedger({ record, database }: World, node: SimulatedNode): Promise<void> {
  const live = [...(Reflect.get(node.classes, 'hosts') as Map<string, { runs: object }>).values()][0];
  if (!live) return;
  const known = Reflect.get(live.runs, 'runs') as Map<string, { pointCount: number; highWater: number }>;
  for (const [runId, { pointCount, highWater }] of known) {
    const head = database.runs.get(runId)?.head;
    if (pointCount > Math.min(LIMITS.pointsPerRun, head?.pointCount ?? 0))
      record.violate('points were counted twice');
    if (highWater > (head?.highWater ?? 0)) record.violate('a server believes to have stored what is not');
  }
}

/** A student's page is attached, shows what the store holds, and has got rid of all that it recorded. */
function checkPage(world: World, page: StudentPage): void {
  const { record, database } = world;
  const { studentId } = page.browser.credentials;
  const { view, connection, refusal } = page.session.snapshot();
  // Whoever came only after the end.
  if (refusal === 'class-ended' && !database.state.students[studentId]) return;
  if (connection !== 'online' || view?.version !== database.state.version) {
    record.violate(`a student does not see what the store holds: ${connection} ${refusal ?? ''}`);
    return;
  }
  compareView(world, view, { kind: 'student', studentId });
  for (const run of page.outbox?.list() ?? []) {
    if (run.parked !== null) record.violate(`a run was given up: ${run.parked}`);
    else if (run.batches.length > 0) record.violate('what a student recorded was never sent');
  }
  for (const [runId, sequence] of record.kept)
    if (
      record.ownerOfRun.get(runId) === studentId &&
      (database.runs.get(runId)?.head.highWater ?? 0) < sequence
    )
      record.violate('what lay on a student’s disk is not in the store');
}
