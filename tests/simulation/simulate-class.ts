import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { createClass } from '@/classroom/state';
import { checkClass } from './check-class';
import { HostileClient } from './hostile-client';
import type { PlantedBug } from './planted-bugs';
import { SeededRandom } from './seeded-random';
import { SimulatedDatabase } from './simulated-database';
import type { Browser, StudentPage } from './student-page';
import { TeacherPage } from './teacher-page';
import { Troubles } from './troubles';
import { replace } from './virtual-time';
import { World } from './world';

/** What came of one simulated class. */
export interface Simulated {
  seed: number;
  violations: readonly string[];
  /** Of the log: the same for the same seed. */
  digest: string;
  log: readonly string[];
  counts: World['record']['counts'] & { happened: number; acknowledged: number };
}

const NICKNAMES = ['Ada', 'Kai', 'Mina', 'Noor', 'Leo', 'Zoe'];

/** Milliseconds: of the class, with troubles; until nobody waits for an answer; of calm at most. */
const TROUBLED = { least: 15_000, most: 50_000 };
const ANSWERED_MS = 16_000;
const CALM_STEP_MS = 2_000;
const CALM_MS = 300_000;

/** Holds one class from its seed to its end, and looks whether all that was promised is so. */
export async function simulateClass(seed: number, planted: PlantedBug | null = null): Promise<Simulated> {
  const random = new SeededRandom(seed);
  const world = new World(seed, random.chance(0.5) ? 1 : 2, planted, random);
  const restores = [
    world.time.install(),
    replace(globalThis, { indexedDB: new IDBFactory() }),
    planted?.rules?.() ?? (() => undefined),
  ];
  try {
    await hold(world);
  } finally {
    for (const restore of restores.reverse()) restore();
  }
  const { record, log, time } = world;
  return {
    seed,
    violations: record.violations,
    digest: createHash('sha256').update(log.join('\n')).digest('hex'),
    log,
    counts: { ...record.counts, happened: time.count, acknowledged: record.acknowledged.size },
  };
}

async function hold(world: World): Promise<void> {
  const { random, time, planted } = world;
  const made = { id: random.hex(16), code: 'ABCDEF', teacherId: 'teacher', quiz: true };
  const state = createClass({ ...made, lessonId: 'handwritten-digits', maxStudents: 40 }, Date.now());
  world.database = new SimulatedDatabase(state, world.leases);
  planted?.database?.(world.database);
  const teacher = new TeacherPage(world);
  const troubles = new Troubles(world, teacher);
  for (let node = 0; node < world.nodes; node += 1) troubles.startNode();
  teacher.open();
  const students = 2 + random.below(4);
  for (const nickname of NICKNAMES.slice(0, students)) troubles.openPage(browserOf(world, nickname));
  for (let at = 0; at < 1 + random.below(2); at += 1) new HostileClient(world, `hostile-${at + 1}`).open();

  const end = random.between(TROUBLED.least, TROUBLED.most);
  for (let next = 3_000; next < end; next += random.between(500, 7_000)) {
    await time.runTo(next);
    troubles.strike();
  }
  await time.runTo(end);
  world.isCalm = true;
  troubles.calm();
  await time.runTo(time.now + ANSWERED_MS);
  teacher.forgiveAll();
  await time.runTo(time.now + ANSWERED_MS);
  const pages = troubles.reloadAll();
  const latest = time.now + CALM_MS;
  do await time.runTo(time.now + CALM_STEP_MS);
  while (time.now < latest && !isSettled(world, teacher, pages));
  await time.runTo(time.now + ANSWERED_MS);
  await checkClass(world, { pages, teacher, nodes: troubles.nodes });
}

function browserOf({ random }: World, nickname: string): Browser {
  const credentials = { studentId: random.hex(16), secret: random.hex(32) };
  return { name: nickname.toLowerCase(), nickname, credentials, hasPlace: false };
}

/** Whether everybody is back and has nothing left to say. */
function isSettled({ record }: World, teacher: TeacherPage, pages: readonly StudentPage[]): boolean {
  const isBack = ({ connection }: { connection: string }) =>
    connection === 'online' || connection === 'refused';
  return (
    isBack(teacher.session.snapshot()) &&
    pages.every(({ session, outbox }) => session && isBack(session.snapshot()) && outbox?.unsent === 0) &&
    [...record.submissions.values()].every(({ isKept }) => isKept)
  );
}
