import { auditsWithout } from '@/classroom/audits';
import { ensemblesWithout } from '@/classroom/ensembles';
import { foolsWithout, judgeQuestion } from '@/classroom/fools';
import { knobsWithout } from '@/classroom/knobs';
import { leaksWithout } from '@/classroom/leaks';
import { mergesWithout } from '@/classroom/merges';
import { relaysWithout } from '@/classroom/relays';
import { revealWithout } from '@/classroom/reveal';
import { roundsWithout } from '@/classroom/rounds';
import type { ClassState } from '@/classroom/state';
import { teamRaceWithout } from '@/classroom/team-race';
import type { Prisma } from '@/generated/sqlite/client';
import type { Reveal } from '@/protocol/reveal';
import type { TeamRace } from '@/protocol/team-race';
import type { Database } from './database';
import { forgetUnreceived } from './message-rows';

type Transaction = Prisma.TransactionClient;

/** Removes a student of a class with everything of theirs, and from what is others' or the class's all that says who it was. */
export async function deleteStudent({ client }: Database, classId: string, studentId: string): Promise<void> {
  await client.$transaction(async (transaction) => {
    await takeFromRace(transaction, classId, studentId);
    await takeJudgements(transaction, classId, studentId);
    await transaction.student.deleteMany({ where: { classId, id: studentId } });
    await forgetUnreceived(transaction, classId);
    await transaction.helpCall.updateMany({
      where: { classId, partnerId: studentId },
      data: { partnerId: null },
    });
    await takeFromSetUps(transaction, classId, studentId);
    await takeFromExperiments(transaction, classId, studentId);
    await takeFromReveal(transaction, classId, studentId);
    await takeFromProjector(transaction, classId, studentId);
  });
}

/** What others read in this one's drawings goes with them. */
async function takeJudgements(transaction: Transaction, classId: string, studentId: string): Promise<void> {
  const drawings = await transaction.fooledDrawing.findMany({
    where: { classId, studentId },
    select: { id: true },
  });
  if (drawings.length === 0) return;
  const question = { in: drawings.map(({ id }) => judgeQuestion(id)) };
  await transaction.classAnswer.deleteMany({ where: { classId, question } });
}

/** A race that was run again with one more on the board is no race of those who are left: where the server can, it runs theirs. */
async function takeFromRace(transaction: Transaction, classId: string, studentId: string): Promise<void> {
  const scores = await transaction.score.findMany({ where: { classId, studentId }, select: { id: true } });
  if (scores.length === 0) return;
  await transaction.class.updateMany({
    where: { id: classId, OR: scores.map(({ id }) => ({ rerun: { contains: id } })) },
    data: { rerun: null, rerunShownAt: null },
  });
}

/** What was handed to nobody who is still there goes. */
async function takeFromSetUps(transaction: Transaction, classId: string, studentId: string): Promise<void> {
  const handed = await transaction.setUp.findMany({ where: { classId, to: { contains: studentId } } });
  for (const { id, to } of handed) {
    const others = (JSON.parse(to!) as string[]).filter((one) => one !== studentId);
    if (others.length === 0) await transaction.setUp.deleteMany({ where: { classId, id } });
    else await transaction.setUp.updateMany({ where: { classId, id }, data: { to: JSON.stringify(others) } });
  }
}

/** What the networks' votes came to, and what was dealt to the class, says nothing of this one any more. */
async function takeFromExperiments(
  transaction: Transaction,
  classId: string,
  studentId: string,
): Promise<void> {
  const found = await transaction.class.findUnique({
    where: { id: classId },
    select: {
      ensembles: true,
      knobs: true,
      merges: true,
      fools: true,
      audits: true,
      rounds: true,
      leaks: true,
      relays: true,
    },
  });
  if (!found) return;
  const { ensembles, knobs, merges, fools, audits, rounds, leaks, relays } = found;
  if (
    ![ensembles, knobs, merges, fools, audits, rounds, leaks, relays].some((told) => told.includes(studentId))
  )
    return;
  const rest = {
    ensembles: ensemblesWithout(JSON.parse(ensembles) as ClassState['ensembles'], studentId),
    knobs: knobsWithout(JSON.parse(knobs) as ClassState['knobs'], studentId),
    merges: mergesWithout(JSON.parse(merges) as ClassState['merges'], studentId),
    fools: foolsWithout(JSON.parse(fools) as ClassState['fools'], studentId),
    audits: auditsWithout(JSON.parse(audits) as ClassState['audits'], studentId),
    rounds: roundsWithout(JSON.parse(rounds) as ClassState['rounds'], studentId),
    leaks: leaksWithout(JSON.parse(leaks) as ClassState['leaks'], studentId),
    relays: relaysWithout(JSON.parse(relays) as ClassState['relays'], studentId),
  };
  await transaction.class.update({
    where: { id: classId },
    data: {
      ensembles: JSON.stringify(rest.ensembles),
      knobs: JSON.stringify(rest.knobs),
      merges: JSON.stringify(rest.merges),
      fools: JSON.stringify(rest.fools),
      audits: JSON.stringify(rest.audits),
      rounds: JSON.stringify(rest.rounds),
      leaks: JSON.stringify(rest.leaks),
      relays: JSON.stringify(rest.relays),
    },
  });
}

/** The race as it is revealed, and as its teams stood at the end, goes on without this one: nobody else moves. */
async function takeFromReveal(transaction: Transaction, classId: string, studentId: string): Promise<void> {
  const found = await transaction.class.findUnique({
    where: { id: classId },
    select: { reveal: true, teamRace: true },
  });
  const { reveal, teamRace } = found ?? { reveal: null, teamRace: null };
  if (reveal?.includes(studentId)) {
    const rest = revealWithout(JSON.parse(reveal) as Reveal, studentId);
    await transaction.class.update({ where: { id: classId }, data: { reveal: JSON.stringify(rest) } });
  }
  if (teamRace?.includes(studentId)) {
    const rest = teamRaceWithout(JSON.parse(teamRace) as TeamRace, studentId);
    await transaction.class.update({ where: { id: classId }, data: { teamRace: JSON.stringify(rest) } });
  }
}

/** The projector may have shown the student's bench, or a snapshot of it, which is gone by now. */
async function takeFromProjector(
  transaction: Transaction,
  classId: string,
  studentId: string,
): Promise<void> {
  const auto = { screenView: 'auto', screenArgument: null, screenPinned: false };
  await transaction.class.updateMany({
    where: { id: classId, screenArgument: { contains: studentId } },
    data: auto,
  });
  const snapshots = await transaction.snapshot.findMany({ where: { classId }, select: { id: true } });
  await transaction.class.updateMany({
    where: {
      ...{ id: classId, screenView: 'snapshot' },
      screenArgument: { notIn: snapshots.map(({ id }) => id) },
    },
    data: auto,
  });
}
