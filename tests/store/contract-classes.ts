import { describe, expect, it } from 'vitest';
import { type RaceRules, USUAL_RACE } from '@/protocol/race';
import { aReveal } from '@/tests/classroom/a-reveal';
import { aTeamRace } from '@/tests/classroom/a-team-race';
import {
  aClass,
  aRun,
  aScore,
  aStudent,
  change,
  newId,
  OTHER_TEACHER,
  TEACHER,
  THIRD_TEACHER,
  withStudents,
} from './made-things';
import type { Subject } from './store-contract';

export function describeClasses(subject: Subject): void {
  describe('classes', () => {
    it('gives a class back as it was saved, students and scores in their order', async () => {
      const { store } = subject;
      const empty = aClass();
      expect(await store.createClass(empty)).toBe('created');
      expect(await store.loadClass(empty.id)).toEqual(empty);
      const onClothes = aClass({ dataset: 'fashion', dryRun: true });
      await store.createClass(onClothes);
      expect(await store.listClasses(TEACHER)).toContainEqual(
        expect.objectContaining({ id: onClothes.id, dryRun: true }),
      );
      expect(await store.loadClass(onClothes.id)).toEqual(onClothes);

      // Ids that would sort the other way round: the order is that of joining.
      const first = aStudent('Zoë', { id: 'f'.repeat(32), joinedAt: 5 });
      const second = aStudent('あきら', { id: '0'.repeat(32), joinedAt: 5 });
      const joined = withStudents(withStudents(empty, first), second);
      const once = change(empty, { students: joined.students, phase: 'live', startedAt: 12, paused: true });
      expect(await store.saveClass(empty, once)).toBe('saved');
      const loaded = await store.loadClass(empty.id);
      expect(loaded).toEqual(once);
      expect(Object.keys(loaded!.students)).toEqual([first.id, second.id]);

      const run = aRun(empty.id, first.id);
      await store.attachRun(run, 1);
      const scores = [
        aScore(first.id, run.id),
        aScore(first.id, run.id, {
          publicAccuracy: 0.95,
          shownAccuracy: 0.9,
          right: Uint8Array.of(1, 0, 255),
          updates: 0,
        }),
      ];
      const scored = change(once, { scores });
      expect(await store.saveClass(once, scored)).toBe('saved');
      expect(await store.loadClass(empty.id)).toEqual(scored);
      // A run is told of as the board told of it.
      const [listed] = await store.listRuns(empty.id, first.id);
      expect(listed!.verifiedAccuracy).toBe(Math.max(scores[0]!.publicAccuracy, 0.9));

      const race: RaceRules = { ...USUAL_RACE, metric: 'weights', bar: 0.95, baselines: true };
      const lastBest = { dataset: 'digits', accuracy: 0.91, weights: 7_850, examples: 1_000 } as const;
      const rerun = { races: 1_000, rows: [{ scoreId: scores[0]!.id, first: 1, last: 2, wins: 600 }] };
      const raced = change(scored, {
        rerun,
        rerunShownAt: 99,
        handInsAllowed: 7,
        coolDownSeconds: 45,
        race,
        lastBest,
      });
      expect(await store.saveClass(scored, raced)).toBe('saved');
      expect(await store.loadClass(empty.id)).toEqual(raced);

      const reveal = aReveal([scores[1]!]);
      const teamRace = aTeamRace([first.id]);
      const revealed = change(raced, { reveal, teamRace });
      expect(await store.saveClass(raced, revealed)).toBe('saved');
      expect(await store.loadClass(empty.id)).toEqual(revealed);
      // Of a student who is deleted nothing stays in it.
      await store.deleteStudent(empty.id, first.id);
      const without = (await store.loadClass(empty.id))!;
      expect(without.reveal).toEqual({ ...reveal, race: { ...reveal.race, networks: [], awards: [] } });
      expect(without.teamRace).toEqual({ ...teamRace, teams: [] });
    });

    it('keeps further owners in their order, and lists the class for each of them', async () => {
      const { store } = subject;
      const alone = aClass();
      await store.createClass(alone);
      const shared = change(alone, { coOwners: [OTHER_TEACHER, THIRD_TEACHER] });
      expect(await store.saveClass(alone, shared)).toBe('saved');
      expect(await store.loadClass(alone.id)).toEqual(shared);
      const listed = async (teacherId: string) =>
        (await store.listClasses(teacherId)).find(({ id }) => id === alone.id);
      expect(await listed(TEACHER)).toMatchObject({ own: true, shared: true });
      expect(await listed(THIRD_TEACHER)).toMatchObject({ own: false, shared: true });
      const given = change(shared, { teacherId: THIRD_TEACHER, coOwners: [] });
      expect(await store.saveClass(shared, given)).toBe('saved');
      expect(await store.loadClass(alone.id)).toEqual(given);
      expect(await listed(TEACHER)).toBeUndefined();
      expect(await listed(THIRD_TEACHER)).toMatchObject({ own: true, shared: false });
      const born = aClass({ coOwners: [OTHER_TEACHER] });
      await store.createClass(born);
      expect(await store.loadClass(born.id)).toEqual(born);
    });

    it('keeps links for those who help to lead in their order', async () => {
      const { store } = subject;
      const one = {
        id: newId(),
        name: '佐藤先生',
        role: 'watch',
        tokenHash: 'ab',
        madeAt: 5,
        lastSeenAt: null,
        endsAt: null,
        endsWithClass: true,
      } as const;
      const before = aClass({ assistants: [one] });
      await store.createClass(before);
      expect(await store.loadClass(before.id)).toEqual(before);
      const other = { ...one, id: newId(), role: 'lead', madeAt: 4, lastSeenAt: 9, endsAt: 77 } as const;
      const two = change(before, { assistants: [...before.assistants, other] });
      expect(await store.saveClass(before, two)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(two);
      const left = change(two, { assistants: [other] });
      expect(await store.saveClass(two, left)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(left);
    });

    it('keeps marked moments in their order, with their notes as they are now', async () => {
      const { store } = subject;
      const before = aClass({ bookmarks: [{ id: newId(), at: 9, stepId: null, note: '' }] });
      await store.createClass(before);
      expect(await store.loadClass(before.id)).toEqual(before);
      const later = { id: newId(), at: 7, stepId: 'train', note: 'ここで XOR が分かった' };
      const two = change(before, { bookmarks: [...before.bookmarks, later] });
      expect(await store.saveClass(before, two)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(two);
      const one = change(two, { bookmarks: [{ ...later, note: '' }] });
      expect(await store.saveClass(two, one)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(one);
    });

    it('writes a renamed student and keeps the others', async () => {
      const { store } = subject;
      const [ann, ben] = [aStudent('Ann'), aStudent('Ben')];
      const before = { ...aClass(), students: { [ann.id]: ann, [ben.id]: ben } };
      expect(await store.createClass(before)).toBe('created');
      const renamed = {
        ...ben,
        nickname: 'Bob',
        nicknameKey: 'bob',
        membership: 'removed' as const,
        sentOutFrom: 'waiting' as const,
        sweptSince: 1_700_000_000_000,
        team: 'チーム 1',
      };
      const after = change(before, { students: { ...before.students, [ben.id]: renamed } });
      expect(await store.saveClass(before, after)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(after);
    });

    it('drops a student that the later state has no more', async () => {
      const { store } = subject;
      const [ann, ben] = [aStudent('Ann'), aStudent('Ben')];
      const before = { ...aClass(), students: { [ann.id]: ann, [ben.id]: ben } };
      await store.createClass(before);
      const after = change(before, { students: { [ben.id]: ben } });
      expect(await store.saveClass(before, after)).toBe('saved');
      expect(await store.loadClass(before.id)).toEqual(after);
      const cleo = aStudent('Cleo');
      const later = withStudents(after, cleo);
      expect(await store.saveClass(after, later)).toBe('saved');
      expect(Object.keys((await store.loadClass(before.id))!.students)).toEqual([ben.id, cleo.id]);
    });

    it('refuses to save over a newer version and writes nothing', async () => {
      const { store } = subject;
      const first = aClass();
      await store.createClass(first);
      const second = change(first, { stepIndex: 1 });
      expect(await store.saveClass(first, second)).toBe('saved');
      const rival = withStudents(first, aStudent('Rival'));
      expect(await store.saveClass(first, rival)).toBe('conflict');
      expect(await store.loadClass(first.id)).toEqual(second);
    });

    it('lets one of many win who save over the same version at once', async () => {
      const { store } = subject;
      const other = await subject.openAnother();
      const before = aClass();
      await store.createClass(before);
      const rivals = Array.from({ length: 8 }, (_, index) =>
        withStudents(before, aStudent(`Student ${index}`)),
      );
      const outcomes = await Promise.all(
        rivals.map((after, index) => (index % 2 === 0 ? store : other).saveClass(before, after)),
      );
      expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
      expect(await store.loadClass(before.id)).toEqual(rivals[outcomes.indexOf('saved')]);
    });

    it('keeps a code to one open class, also when many want it at once', async () => {
      const { store } = subject;
      const other = await subject.openAnother();
      const { code } = aClass();
      const rivals = Array.from({ length: 6 }, () => aClass({ code }));
      const outcomes = await Promise.all(
        rivals.map((rival, index) => (index % 2 === 0 ? store : other).createClass(rival)),
      );
      expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
      const winner = rivals[outcomes.indexOf('created')]!;
      expect((await store.findClassByCode(code))?.id).toBe(winner.id);
      for (const rival of rivals) {
        if (rival !== winner) expect(await store.loadClass(rival.id)).toBeNull();
      }
    });

    it('gives the code free at the end and finds the open class first, then the one that ended last', async () => {
      const { store } = subject;
      const first = aClass();
      const { code } = first;
      await store.createClass(first);
      const ended = change(first, { phase: 'ended', endedAt: 100 });
      await store.saveClass(first, ended);
      expect(await store.findClassByCode(code)).toEqual(ended);
      const second = aClass({ code });
      expect(await store.createClass(second)).toBe('created');
      expect(await store.findClassByCode(code)).toEqual(second);
      await store.saveClass(second, change(second, { phase: 'ended', endedAt: 200 }));
      expect((await store.findClassByCode(code))?.id).toBe(second.id);
      expect(await store.findClassByCode('ZZZZZZ')).toBeNull();
      expect(await store.loadClass(newId())).toBeNull();
    });

    it('lists open classes, and those of a teacher with their figures, newest first', async () => {
      const { store } = subject;
      const student = aStudent('Ann');
      const waiting = aStudent('Ben', { membership: 'waiting' });
      const older = aClass({ createdAt: 2_000_000_000_000 });
      const newer = {
        ...aClass({ createdAt: 2_000_000_000_001 }),
        students: { [student.id]: student, [waiting.id]: waiting },
      };
      await store.createClass(older);
      await store.createClass(newer);
      const run = aRun(newer.id, student.id);
      await store.attachRun(run, 1);
      const scores = [
        aScore(student.id, run.id, { publicAccuracy: 0.9, privateAccuracy: 0.7 }),
        aScore(student.id, run.id, { publicAccuracy: 0.8, privateAccuracy: 0.75 }),
      ];
      const scored = change(newer, { scores });
      await store.saveClass(newer, scored);

      const mine = await store.listClasses(TEACHER);
      expect(mine.slice(0, 2).map(({ id }) => id)).toEqual([newer.id, older.id]);
      expect(mine[0]).toEqual({
        id: newer.id,
        code: newer.code,
        group: null,
        lessonId: 'digits',
        phase: 'lobby',
        createdAt: newer.createdAt,
        startedAt: null,
        endedAt: null,
        own: true,
        shared: false,
        dryRun: false,
        studentCount: 1,
        runCount: 1,
        bestAccuracy: 0.9,
        answeredCount: 0,
        reachedCount: 0,
        kept: { overAt: null, keepDays: null, announcedAt: null },
      });
      expect(mine[1]).toMatchObject({ studentCount: 0, runCount: 0, bestAccuracy: null });

      await store.saveClass(scored, change(scored, { phase: 'ended', endedAt: 2_000_000_000_500 }));
      expect((await store.listClasses(TEACHER))[0]).toMatchObject({ bestAccuracy: 0.75, phase: 'ended' });
      expect(await store.listClasses('nobody')).toEqual([]);
    });

    it('removes a student with everything of theirs, and a class with everything in it', async () => {
      const { store } = subject;
      const [ann, ben] = [aStudent('Ann'), aStudent('Ben')];
      const before = { ...aClass(), students: { [ann.id]: ann, [ben.id]: ben } };
      await store.createClass(before);
      const runs = [aRun(before.id, ann.id), aRun(before.id, ben.id)] as const;
      for (const run of runs) {
        await store.attachRun(run, 1);
        await store.appendBatch(run.id, 1, { sequence: 1, points: [], state: 'training', report: null }, 2);
        await store.saveWeights(run.id, Uint8Array.of(1, 2, 3, 4), 3);
      }
      await store.dropWeights([runs[0].id]);
      expect(await store.readWeights(runs[0].id)).toBeNull();
      expect(await store.readWeights(runs[1].id)).toEqual(Uint8Array.of(1, 2, 3, 4));
      await store.saveWeights(runs[0].id, Uint8Array.of(5, 6, 7, 8), 4);
      const scores = [aScore(ann.id, runs[0].id), aScore(ben.id, runs[1].id)];
      const rows = scores.map(({ id }) => ({ scoreId: id, first: 1, last: 2, wins: 500 }));
      const rerun = { races: 1_000, rows };
      await store.saveClass(before, change(before, { scores, rerun, rerunShownAt: 9 }));

      await store.deleteStudent(before.id, ann.id);
      const rest = await store.loadClass(before.id);
      expect(Object.keys(rest!.students)).toEqual([ben.id]);
      expect(rest!.scores).toEqual([scores[1]]);
      // A race with the one who is gone was none of those who are left.
      expect([rest!.rerun, rest!.rerunShownAt]).toEqual([null, null]);
      expect(await store.readRun(runs[0].id)).toBeNull();
      expect(await store.readWeights(runs[0].id)).toBeNull();
      expect(await store.readRun(runs[1].id)).not.toBeNull();

      await store.deleteClass(before.id);
      expect(await store.loadClass(before.id)).toBeNull();
      expect(await store.readRun(runs[1].id)).toBeNull();
      expect(await store.readWeights(runs[1].id)).toBeNull();
      expect(await store.listRuns(before.id, null)).toEqual([]);
      await store.deleteClass(before.id);
    });
  });
}
