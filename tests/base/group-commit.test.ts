import { describe, expect, it } from 'vitest';
import { GroupCommit } from '@/base/group-commit';
import { SerialQueue } from '@/base/serial-queue';

const gather = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A commit that ends when the test says so. */
function stage() {
  const groups: number[][] = [];
  const ends: (() => void)[] = [];
  const commit = (group: number[]) => {
    groups.push(group);
    return new Promise<string[]>((resolve) => ends.push(() => resolve(group.map(String))));
  };
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve) => setImmediate(resolve));
  };
  return { groups, ends, commit, until };
}

describe('GroupCommit', () => {
  it('lets what arrives during a commit share the next, and answers after it', async () => {
    const { groups, ends, commit, until } = stage();
    const queue = new GroupCommit(commit, { largest: 10, gather });
    const answered: string[] = [];
    const add = (request: number) => queue.add(request).then((result) => answered.push(result));
    const first = [add(1), add(2)];
    await until(() => groups.length === 1);
    const second = [add(3), add(4), add(5)];
    expect(groups).toEqual([[1, 2]]);
    expect(answered).toEqual([]);
    ends[0]!();
    await Promise.all(first);
    expect(answered).toEqual(['1', '2']);
    await until(() => groups.length === 2);
    expect(groups[1]).toEqual([3, 4, 5]);
    ends[1]!();
    await Promise.all(second);
    await queue.drain();
  });

  it('splits what is too much for one group', async () => {
    const groups: number[] = [];
    const queue = new GroupCommit(
      async (group: number[]) => {
        groups.push(group.length);
        return group;
      },
      { largest: 4, gather },
    );
    const results = await Promise.all(Array.from({ length: 10 }, (_, index) => queue.add(index)));
    expect(results).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(groups).toEqual([4, 4, 2]);
  });

  it('rejects a group that failed, and goes on with the next', async () => {
    let fail = true;
    const queue = new GroupCommit(
      async (group: number[]) => {
        if (fail) throw new Error('disk full');
        return group;
      },
      { gather },
    );
    const failed = await Promise.allSettled([queue.add(1), queue.add(2)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fail = false;
    expect(await queue.add(3)).toBe(3);
  });

  it('stands in a line with other work', async () => {
    const done: string[] = [];
    const turns = new SerialQueue();
    const commits = new GroupCommit(
      async (group: string[]) => {
        done.push(group.join());
        return group;
      },
      { turns },
    );
    const first = commits.add('a');
    const other = turns.run(() => done.push('other'));
    await Promise.all([first, other, commits.add('b')]);
    await commits.add('c');
    expect(done).toEqual(['a,b', 'other', 'c']);
  });

  it('drains what waits', async () => {
    const { ends, commit, until } = stage();
    const queue = new GroupCommit(commit, { largest: 10, gather });
    let drained = false;
    const added = queue.add(1);
    const draining = queue.drain().then(() => {
      drained = true;
    });
    await until(() => ends.length === 1);
    expect(drained).toBe(false);
    ends[0]!();
    await added;
    await draining;
    expect(drained).toBe(true);
  });
});
