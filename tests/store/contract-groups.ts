import { describe, expect, it } from 'vitest';
import { createGroup, type Group } from '@/classroom/groups';
import { nextSitting } from '@/classroom/sittings';
import { aClass, aStudent, change, newId, OTHER_TEACHER, TEACHER, THIRD_TEACHER } from './made-things';
import type { Subject } from './store-contract';

const aGroup = (given: Partial<Group> = {}): Group => ({
  ...createGroup({ id: newId(), code: aClass().code, name: '7b', teacherId: TEACHER }, 1_700_000_000_000),
  ...given,
});
const made = () => ({ id: newId(), lessonId: 'digits', dataset: null, maxStudents: 40 });
const next = (group: Group, given: Partial<Group> = {}) => ({
  ...group,
  ...given,
  version: group.version + 1,
});

export function describeGroups(subject: Subject): void {
  describe('groups', () => {
    it('gives a group back as it was saved, with its owners in their order', async () => {
      const { store } = subject;
      const group = aGroup({ name: '7b「情報」', coOwners: [THIRD_TEACHER, OTHER_TEACHER] });
      expect(await store.createGroup(group)).toBe('created');
      expect(await store.loadGroup(group.id)).toEqual(group);
      expect(await store.findGroupByCode(group.code)).toEqual(group);
      const renamed = next(group, { name: '8b', archivedAt: 5, coOwners: [OTHER_TEACHER] });
      expect(await store.saveGroup(group, renamed)).toBe('saved');
      expect(await store.loadGroup(group.id)).toEqual(renamed);
      expect(await store.saveGroup(group, next(group, { name: 'late' }))).toBe('conflict');
      expect(await store.loadGroup(group.id)).toEqual(renamed);
      expect(await store.loadGroup(newId())).toBeNull();
    });

    it('has its code for itself: no class and no other group takes it, also between sittings', async () => {
      const { store } = subject;
      const group = aGroup();
      await store.createGroup(group);
      expect(await store.createGroup(aGroup({ code: group.code }))).toBe('code-taken');
      expect(await store.createClass(aClass({ code: group.code }))).toBe('code-taken');
      const ended = aClass();
      await store.createClass(ended);
      await store.saveClass(ended, change(ended, { phase: 'ended', endedAt: 1 }));
      expect(await store.createGroup(aGroup({ code: ended.code }))).toBe('code-taken');
    });

    it('holds one sitting after another, one open at a time, and finds the open one by its code', async () => {
      const { store } = subject;
      const group = aGroup();
      await store.createGroup(group);
      const ada = aStudent('Ada');
      const first = { ...nextSitting(group, made(), null, 10), students: { [ada.id]: ada } };
      expect(await store.createClass(first)).toBe('created');
      expect(await store.createClass(nextSitting(group, made(), first, 20))).toBe('code-taken');
      const ended = change(first, { phase: 'ended', endedAt: 30 });
      await store.saveClass(first, ended);
      expect(await store.findClassByCode(group.code)).toEqual(ended);
      const second = nextSitting(group, made(), ended, 40);
      expect(await store.createClass(second)).toBe('created');
      expect(await store.findClassByCode(group.code)).toEqual(second);
      expect(second.students[ada.id]).toEqual({ ...ada, membership: 'absent' });
      expect((await store.listSittings(group.id)).map(({ id, phase }) => [id, phase])).toEqual([
        [first.id, 'ended'],
        [second.id, 'lobby'],
      ]);
      const listed = (await store.listClasses(TEACHER)).find(({ id }) => id === second.id);
      // Who is absent has not joined.
      expect(listed).toMatchObject({ group: { id: group.id, name: '7b' }, studentCount: 0 });
    });

    it('lists the groups of each owner, the one used last first', async () => {
      const { store } = subject;
      const at = 3_000_000_000_000;
      const older = aGroup({ createdAt: at, coOwners: [OTHER_TEACHER] });
      const newer = aGroup({ createdAt: at + 1, archivedAt: at + 5 });
      await store.createGroup(older);
      await store.createGroup(newer);
      const mine = async () => (await store.listGroups(TEACHER)).slice(0, 2).map(({ id }) => id);
      expect(await mine()).toEqual([newer.id, older.id]);
      const [ada, ben] = [aStudent('Ada'), aStudent('Ben', { membership: 'waiting' })];
      const sitting = nextSitting(older, made(), null, at + 2);
      await store.createClass({ ...sitting, students: { [ada.id]: ada, [ben.id]: ben } });
      expect(await mine()).toEqual([older.id, newer.id]);
      const [first, second] = await store.listGroups(TEACHER);
      expect(first).toEqual({
        kept: { overAt: null, keepDays: null, announcedAt: null },
        id: older.id,
        code: older.code,
        name: '7b',
        createdAt: at,
        archivedAt: null,
        own: true,
        shared: true,
        sittingCount: 1,
        last: { id: sitting.id, lessonId: 'digits', phase: 'lobby', at: at + 2 },
        studentCount: 1,
      });
      expect(second).toMatchObject({ archivedAt: at + 5, last: null, sittingCount: 0, studentCount: 0 });
      expect((await store.listGroups(OTHER_TEACHER))[0]).toMatchObject({ id: older.id, own: false });
    });

    it('leaves sittings behind as classes of their own when a group is removed, which are saved as before', async () => {
      const { store } = subject;
      const group = aGroup();
      await store.createGroup(group);
      const sitting = nextSitting(group, made(), null, 10);
      await store.createClass(sitting);
      await store.deleteGroup(group.id);
      expect(await store.loadGroup(group.id)).toBeNull();
      // Its live copy still names the group.
      const later = change(sitting, { stepIndex: 1 });
      expect(await store.saveClass(sitting, later)).toBe('saved');
      expect(await store.loadClass(sitting.id)).toEqual({ ...later, groupId: null });
      expect(await store.listSittings(group.id)).toEqual([]);
    });
  });
}
