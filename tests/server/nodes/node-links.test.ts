import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NodeLinks } from '@/server/nodes/node-links';

const log = pino({ level: 'silent' });

/** Two nodes and the lines between them, which lose what they are told to. */
function twoNodes() {
  let lose: 'nothing' | 'quietly' | 'known' = 'nothing';
  const links: Record<string, NodeLinks> = {};
  const got: Record<string, unknown[]> = { a: [], b: [] };
  const broken: Record<string, number> = { a: 0, b: 0 };
  for (const node of ['a', 'b']) {
    links[node] = new NodeLinks(
      {
        send: async (to, bytes) => {
          if (lose === 'known') return false;
          if (lose === 'nothing') links[to]!.take(node, bytes);
          return true;
        },
      },
      {
        received: (_from, message) => got[node]!.push(message),
        broken: () => {
          broken[node]! += 1;
        },
        uses: () => true,
      },
      log,
    );
  }
  return {
    ...{ a: links.a!, b: links.b!, got, broken },
    losing: (what: typeof lose) => {
      lose = what;
    },
    close: () => Promise.all(Object.values(links).map((link) => link.close())),
  };
}

const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('links between nodes', () => {
  let nodes: ReturnType<typeof twoNodes>;
  afterEach(async () => {
    vi.useRealTimers();
    await nodes.close();
  });

  it('bring everything in order, whatever it is, both ways', async () => {
    nodes = twoNodes();
    const things = [1, 'two', { three: undefined }, Buffer.from([4]), ['五']];
    for (const thing of things) nodes.a.send('b', thing);
    nodes.b.send('a', 'back');
    await turn();
    nodes.a.send('b', 'later');
    await turn();
    expect(nodes.got).toEqual({ a: ['back'], b: [...things, 'later'] });
    expect(nodes.broken).toEqual({ a: 0, b: 0 });
  });

  it('are broken for both where something was lost, and begin anew with what comes then', async () => {
    nodes = twoNodes();
    nodes.a.send('b', 'first');
    nodes.b.send('a', 'answer');
    await turn();
    nodes.losing('quietly');
    nodes.a.send('b', 'lost');
    await turn();
    nodes.losing('nothing');
    nodes.a.send('b', 'out of order');
    await turn();
    expect(nodes.got.b).toEqual(['first']);
    expect(nodes.broken).toEqual({ a: 1, b: 1 });
    nodes.a.send('b', 'again');
    nodes.b.send('a', 'heard');
    await turn();
    expect(nodes.got).toEqual({ a: ['answer', 'heard'], b: ['first', 'again'] });
    expect(nodes.broken).toEqual({ a: 1, b: 1 });
  });

  it('are broken where nothing can be sent, and by that for the other once it hears anew', async () => {
    nodes = twoNodes();
    nodes.a.send('b', 'first');
    await turn();
    nodes.losing('known');
    nodes.a.send('b', 'refused');
    await turn();
    expect(nodes.broken).toEqual({ a: 1, b: 0 });
    nodes.losing('nothing');
    nodes.a.send('b', 'again');
    await turn();
    expect(nodes.broken).toEqual({ a: 1, b: 1 });
    expect(nodes.got.b).toEqual(['first', 'again']);
  });

  it('are broken where a node says nothing any more, not where this one stood still', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setImmediate', 'performance'] });
    nodes = twoNodes();
    nodes.a.send('b', 'first');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(nodes.broken).toEqual({ a: 0, b: 0 });
    nodes.losing('quietly');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(nodes.broken).toEqual({ a: 0, b: 0 });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(nodes.broken).toEqual({ a: 1, b: 1 });
  });
});
