import { USUAL_RACE } from '@/protocol/race';
import type { ClassFacts, StudentView } from '@/protocol/views';

export const STUDENT = 'a'.repeat(32);

/** A student's view of a live class. */
export function studentView(version: number, facts: Partial<ClassFacts> = {}): StudentView {
  return {
    viewer: 'student',
    version,
    class: {
      id: 'class-1',
      code: 'ABCDEF',
      groupId: null,
      lessonId: 'handwritten-digits',
      dataset: 'digits',
      steps: null,
      dryRun: false,
      phase: 'live',
      stepIndex: 0,
      pacing: { mode: 'teacher' },
      countdown: null,
      paused: false,
      locked: false,
      ranking: 'named',
      reproduce: false,
      handInsAllowed: 50,
      coolDownSeconds: 3,
      race: USUAL_RACE,
      createdAt: 0,
      startedAt: 1,
      endedAt: null,
      hereCount: 1,
      studentCount: 1,
      dealSeed: 1,
      ...facts,
    },
    me: {
      ...{ id: STUDENT, nickname: 'Mia', mark: { colour: 0, glyph: 0 }, membership: 'in', submissions: 0 },
      nextHandInAt: null,
    },
    board: null,
    ownRow: null,
    ownTeam: null,
    standing: null,
    predictions: [],
    vote: null,
    ensemble: null,
    reveal: null,
    knob: null,
    merge: null,
    fool: null,
    audit: null,
    leak: null,
    rounds: null,
    relay: null,
    quiz: null,
    devices: null,
    ownDevice: null,
    setUp: null,
    help: null,
    message: null,
  };
}
