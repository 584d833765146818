import { KeyedQueue } from '@/base/keyed-queue';
import type { Decision } from '@/classroom/decision';
import type { Group } from '@/classroom/groups';
import { addOwner, isOwner, removeOwner } from '@/classroom/owners';
import { nextSitting } from '@/classroom/sittings';
import type { NewSitting } from '@/classroom/state';
import type { ClassCreated } from '@/protocol/classes';
import { type Answer, type Refusal, refuse } from '@/protocol/refusals';
import type { Store } from '@/server/store/store';
import type { LiveClass } from './live-class';
import type { LiveClasses } from './live-classes';

/** How often a decision is made again because somebody else saved first. */
const MAX_ATTEMPTS = 5;

interface GroupsParts {
  store: Store;
  classes: LiveClasses;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** The one way in which groups change and begin their sittings. Between sittings nothing of a group lives: it is in the store. */
export class Groups {
  /** What happens to one group happens one after another. */
  private readonly turns = new KeyedQueue();

  constructor(private readonly parts: GroupsParts) {}

  /** In its turn, at the node that has the group and its sittings. */
  private inTurn<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    return this.turns.run(id, async () => {
      await this.parts.classes.claim(id);
      return work();
    });
  }

  /** Whether a group has this code, whether or not there has been a sitting yet. */
  async hasRoom(code: string): Promise<boolean> {
    return (await this.parts.store.findGroupByCode(code)) !== null;
  }

  /** Decides about a group and saves the outcome. */
  change(id: string, decide: (group: Group) => Decision<Group>): Promise<Answer> {
    return this.inTurn(id, () => this.decideAndSave(id, decide));
  }

  /**
   * Begins the next sitting: with the students of the one before, who are led there, wherever they are looking at it. There is one open at a
   * time.
   * @param endOpen ends the one that is still open
   */
  startSitting(
    id: string,
    teacherId: string,
    made: NewSitting,
    { endOpen }: { endOpen: boolean },
  ): Promise<Answer<ClassCreated>> {
    return this.inTurn(id, async () => {
      const group = await this.parts.store.loadGroup(id);
      if (!group || !isOwner(group, teacherId)) return refuse('not-your-group');
      if (group.archivedAt !== null) return refuse('group-archived');
      const last = await this.lastSitting(group);
      if (last && last.state().phase !== 'ended') {
        if (!endOpen) return refuse('sitting-open');
        const ended = await last.ask({ type: 'class:end' }, { kind: 'teacher', teacherId });
        if (!ended.ok) return ended;
      }
      // In its turn: nothing changes in the sitting before between the look at it and the beginning of this one.
      return last ? last.inTurn(() => this.begin(group, made, last)) : this.begin(group, made, null);
    });
  }

  /** Makes another teacher an owner of the group and of its sittings. */
  addOwner(id: string, askedBy: string, teacherId: string): Promise<Answer> {
    return this.inTurn(id, async () => {
      const answer = await this.decideAndSave(id, (group) => addOwner(group, teacherId));
      if (answer.ok) await this.eachSitting(id, (live) => askOwner(live, 'owner:add', askedBy, teacherId));
      return answer;
    });
  }

  /** Takes an owner away, from the group and from its sittings. */
  removeOwner(id: string, askedBy: string, teacherId: string): Promise<Answer> {
    return this.inTurn(id, async () => {
      const answer = await this.decideAndSave(id, (group) => removeOwner(group, teacherId));
      if (answer.ok) await this.eachSitting(id, (live) => askOwner(live, 'owner:remove', askedBy, teacherId));
      return answer;
    });
  }

  /** Takes a link back from all sittings: one that stood in an earlier one would open it again if the later were removed. */
  removeAssistant(id: string, askedBy: string, assistantId: string): Promise<Answer> {
    return this.inTurn(id, async () => {
      let refusal: Refusal | null = null;
      await this.eachSitting(id, async (live) => {
        const command = { type: 'assistant:remove', assistantId } as const;
        const answer = await live.ask(command, { kind: 'teacher', teacherId: askedBy });
        if (!answer.ok) refusal = answer;
      });
      return refusal ?? { ok: true };
    });
  }

  /** Removes a group with all of its sittings. */
  delete(id: string): Promise<void> {
    return this.inTurn(id, async () => {
      await this.eachSitting(id, (live) => this.parts.classes.deleteClass(live.id));
      await this.parts.store.deleteGroup(id);
    });
  }

  /** Removes a sitting, and with the last one the group: who belongs to it stood there. */
  deleteSitting(id: string, classId: string): Promise<void> {
    return this.inTurn(id, async () => {
      await this.parts.classes.deleteClass(classId);
      await this.deleteWithoutSittings(id);
    });
  }

  /** Removes a group that has no sittings. */
  deleteIfEmpty(id: string): Promise<void> {
    return this.inTurn(id, () => this.deleteWithoutSittings(id));
  }

  private async deleteWithoutSittings(id: string): Promise<void> {
    const { store } = this.parts;
    if ((await store.listSittings(id)).length === 0) await store.deleteGroup(id);
  }

  /** Removes a student with everything of theirs, in all sittings. False: there is none with this id. */
  deleteStudent(id: string, studentId: string): Promise<boolean> {
    return this.inTurn(id, async () => {
      let found = false;
      await this.eachSitting(id, async (live) => {
        found = (await live.deleteStudent(studentId)) || found;
      });
      return found;
    });
  }

  /** Before an account goes, and after its classes: what the teacher shares stays with the other owners, the rest is deleted. */
  async letGoOf(teacherId: string): Promise<void> {
    for (const { id } of await this.parts.store.listGroups(teacherId)) {
      const answer = await this.change(id, (group) => removeOwner(group, teacherId));
      if (answer.ok) continue;
      if (answer.code !== 'last-owner') throw new Error(`a group could not be left: ${answer.code}`);
      await this.inTurn(id, () => this.parts.store.deleteGroup(id));
    }
  }

  /** The open sitting, else the one that ended last. */
  private async lastSitting({ id, code }: Group): Promise<LiveClass | null> {
    const live = await this.parts.classes.byCode(code);
    return live?.state().groupId === id ? live : null;
  }

  private async begin(group: Group, made: NewSitting, last: LiveClass | null): Promise<Answer<ClassCreated>> {
    // A clock that was set back meanwhile does not put a sitting before the last.
    const now = Math.max(this.parts.now(), last?.now() ?? 0);
    const sitting = nextSitting(group, made, last?.state() ?? null, now);
    if ((await this.parts.store.createClass(sitting)) === 'code-taken') return refuse('sitting-open');
    this.parts.classes.leadTo(sitting);
    return { ok: true, id: sitting.id, code: sitting.code };
  }

  private async decideAndSave(id: string, decide: (group: Group) => Decision<Group>): Promise<Answer> {
    const { store } = this.parts;
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const before = await store.loadGroup(id);
      if (!before) return refuse('not-your-group');
      const decision = decide(before);
      if (!decision.ok) return decision;
      if (decision.state === before) return { ok: true };
      const after = { ...decision.state, version: before.version + 1 };
      if ((await store.saveGroup(before, after)) === 'saved') return { ok: true };
    }
    return refuse('internal');
  }

  private async eachSitting(id: string, act: (live: LiveClass) => Promise<unknown>): Promise<void> {
    for (const sitting of await this.parts.store.listSittings(id)) {
      const live = await this.parts.classes.byId(sitting.id);
      if (live) await act(live);
    }
  }
}

/** One that is shared otherwise already stays as it is: a sitting may have owners of its own. */
async function askOwner(
  live: LiveClass,
  type: 'owner:add' | 'owner:remove',
  askedBy: string,
  teacherId: string,
): Promise<Refusal | null> {
  const answer = await live.ask({ type, teacherId }, { kind: 'teacher', teacherId: askedBy });
  return answer.ok ? null : answer;
}
