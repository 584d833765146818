import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Caller } from '@/base/line/caller';
import { type Answers, Responder } from '@/base/line/responder';
import { PortPair } from './port-pair';

interface Requests {
  double: { input: number; answer: number };
  later: { input: string; answer: string };
  bytes: { input: Uint8Array<ArrayBuffer>; answer: Uint8Array<ArrayBuffer> };
  fail: { input: string; answer: null };
}
type News = { type: 'progress'; done: number };
interface Refusal {
  why: string;
}

/** A line whose `later` is answered when a test says so. */
function line(options: ConstructorParameters<typeof PortPair>[0] = {}) {
  const pair = new PortPair(options);
  const news: News[] = [];
  const deaths: string[] = [];
  const open = new Map<string, { resolve(answer: string): void; signal: AbortSignal }>();
  const asked: string[] = [];
  const caller = new Caller<Requests, News, Refusal>(pair.page, {
    refused: ({ why }) => new Error(why),
    deathOf: ({ message }) => new Error(`dead: ${message}`),
    onEvent: (event) => news.push(event),
    onDeath: ({ message }) => deaths.push(message),
  });
  const responder = new Responder<Requests, News, Refusal>(pair.worker, {
    refusalOf: (error) => ({ why: (error as Error).message }),
    transferOf: (answer) => (answer instanceof Uint8Array ? [answer.buffer as ArrayBuffer] : []),
  });
  const answers: Answers<Requests> = {
    double: (n) => 2 * n,
    later: (name, signal) => {
      asked.push(name);
      return new Promise((resolve) => open.set(name, { resolve, signal }));
    },
    bytes: (bytes) => bytes.map((byte) => byte + 1),
    fail: (why) => {
      throw new Error(why);
    },
  };
  return { pair, caller, responder, news, deaths, open, asked, serve: () => responder.serve(answers) };
}

const MOVES = [
  'double',
  'fail',
  'later',
  'arrive',
  'arrive',
  'arrive',
  'answer',
  'cancel',
  'tell',
  'die',
  'close',
] as const;

/** How a promise stands, and how often it has settled. */
function watch(promise: Promise<unknown>) {
  const seen: string[] = [];
  promise.then(
    (value) => seen.push(`answer ${String(value)}`),
    (error: unknown) => seen.push(`error ${(error as Error).message}`),
  );
  return seen;
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a line', () => {
  test('gives each request its own answer, in whatever order they come', async () => {
    const { caller, open, serve } = line();
    serve();
    const [a, b] = [caller.ask('later', 'a'), caller.ask('later', 'b')];
    expect(caller.waiting()).toEqual(['later', 'later']);
    expect(await caller.ask('double', 4)).toBe(8);
    open.get('b')!.resolve('B');
    open.get('a')!.resolve('A');
    expect(await Promise.all([a, b])).toEqual(['A', 'B']);
    expect(caller.size).toBe(0);
  });

  test('rejects what is refused, and what cannot be sent fails alone', async () => {
    const { caller, serve } = line();
    serve();
    await expect(caller.ask('fail', 'no such thing')).rejects.toThrow('no such thing');
    await expect(caller.ask('later', (() => {}) as unknown as string)).rejects.toThrow(/clone/);
    expect(caller.size).toBe(0);
    expect(await caller.ask('double', 1)).toBe(2);
  });

  test('tells events in their place between the answers', async () => {
    const { caller, responder, news, serve, pair } = line();
    serve();
    responder.tell({ type: 'progress', done: 1 });
    expect(await caller.ask('double', 1)).toBe(2);
    responder.tell({ type: 'progress', done: 2 });
    expect(news.map(({ done }) => done)).toEqual([1, 2]);
    expect(pair.worker.sent.map((message) => (message as { type: string }).type)).toEqual([
      'listening',
      'progress',
      'answer',
      'progress',
    ]);
  });

  test('sends nothing before the other side listens, then all in order', async () => {
    const { caller, serve, pair, asked } = line();
    const all = [caller.ask('later', 'a'), caller.ask('later', 'b'), caller.ask('double', 3)];
    expect([caller.listens, pair.page.sent]).toEqual([false, []]);
    serve();
    expect([caller.listens, asked]).toEqual([true, ['a', 'b']]);
    expect(await all[2]).toBe(6);
  });

  test('asks a side that was started anew what has no answer yet, and only that', async () => {
    const { caller, open, serve, pair, asked } = line();
    serve();
    const lost = caller.ask('later', 'lost');
    expect(await caller.ask('double', 3)).toBe(6);
    pair.worker.post({ type: 'fetching' }, []);
    expect(caller.listens).toBe(false);
    pair.worker.post({ type: 'listening' }, []);
    expect(asked).toEqual(['lost', 'lost']);
    expect(pair.page.sent).toHaveLength(3);
    open.get('lost')!.resolve('found');
    expect(await lost).toBe('found');
  });

  test('hands over what it is told to, both ways', async () => {
    const { caller, serve } = line();
    serve();
    const bytes = Uint8Array.of(1, 2, 3);
    const answer = await caller.ask('bytes', bytes, { transfer: [bytes.buffer] });
    expect(bytes).toHaveLength(0);
    expect([...answer]).toEqual([2, 3, 4]);
  });

  test('ignores what others say over the same port', async () => {
    const { caller, serve, pair } = line();
    serve();
    pair.page.post('lose-context', []);
    pair.page.post(null, []);
    expect(pair.worker.sent).toHaveLength(1);
    expect(await caller.ask('double', 1)).toBe(2);
  });
});

describe('a request that is cancelled', () => {
  test('is rejected at once, heard of by the other side, and its late answer by nobody', async () => {
    const { caller, open, serve, pair } = line();
    serve();
    const giveUp = new AbortController();
    const seen = watch(caller.ask('later', 'a', { signal: giveUp.signal }));
    const other = caller.ask('later', 'b');
    giveUp.abort(new Error('the page has gone'));
    await settle();
    expect(seen).toEqual(['error the page has gone']);
    expect(open.get('a')!.signal.aborted).toBe(true);
    expect(open.get('b')!.signal.aborted).toBe(false);
    open.get('a')!.resolve('late');
    open.get('b')!.resolve('B');
    expect(await other).toBe('B');
    await settle();
    expect(seen).toHaveLength(1);
    expect(pair.worker.sent.filter((message) => 'id' in (message as object))).toHaveLength(1);
  });

  test('before the other side listens is never sent; nor is one that was cancelled before', async () => {
    const { caller, serve, asked } = line();
    const giveUp = new AbortController();
    const early = watch(caller.ask('later', 'early', { signal: giveUp.signal }));
    giveUp.abort(new Error('enough'));
    const late = watch(caller.ask('later', 'late', { signal: giveUp.signal }));
    serve();
    await settle();
    expect([early, late, asked]).toEqual([['error enough'], ['error enough'], []]);
  });

  test('after its answer is nothing', async () => {
    const { caller, serve, pair } = line();
    serve();
    const giveUp = new AbortController();
    expect(await caller.ask('double', 2, { signal: giveUp.signal })).toBe(4);
    giveUp.abort();
    expect(pair.page.sent).toHaveLength(1);
  });
});

describe('the death of the other side', () => {
  test('rejects all that waits, once, with one clear error, and all that is asked later', async () => {
    const { caller, serve, pair, deaths, open } = line();
    serve();
    const waiting = [watch(caller.ask('later', 'a')), watch(caller.ask('later', 'b'))];
    pair.die('out of memory');
    pair.die('again');
    open.get('a')!.resolve('late');
    const later = watch(caller.ask('double', 1));
    await settle();
    for (const seen of [...waiting, later]) expect(seen).toEqual(['error dead: out of memory']);
    expect(deaths).toEqual(['dead: out of memory']);
    expect([pair.ends, caller.size]).toEqual([1, 0]);
  });

  test('before it listens is the same', async () => {
    const { caller, pair, deaths } = line();
    const seen = watch(caller.ask('later', 'a'));
    pair.die('did not start');
    await settle();
    expect([seen, deaths]).toEqual([['error dead: did not start'], ['dead: did not start']]);
  });

  test('is not told of a line that was closed; that rejects with what it was closed with', async () => {
    const { caller, serve, pair, deaths, news, responder } = line();
    serve();
    const seen = watch(caller.ask('later', 'a'));
    caller.close(new Error('disposed'));
    caller.close(new Error('again'));
    pair.die();
    responder.tell({ type: 'progress', done: 1 });
    const later = watch(caller.ask('double', 1));
    await settle();
    expect([seen, later]).toEqual([['error disposed'], ['error disposed']]);
    expect([deaths, news, pair.ends]).toEqual([[], [], 1]);
  });

  test('property: whatever happens, each request settles once, and nothing waits or is heard after the end', async () => {
    const moves = fc.array(fc.record({ kind: fc.constantFrom(...MOVES), pick: fc.nat(99) }), {
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(moves, fc.nat(10), async (all, listensAt) => {
        const onTheWay: (() => void)[] = [];
        // Messages arrive in their order, each when it is its turn.
        const { caller, serve, pair, open, responder, news } = line({
          deliver: (arrive) => onTheWay.push(arrive),
        });
        const arriveAll = async () => {
          while (onTheWay.length > 0) {
            onTheWay.shift()!();
            await Promise.resolve();
          }
        };
        const requests: { seen: string[]; giveUp: AbortController }[] = [];
        const ask = (name: 'double' | 'later' | 'fail', input: number | string) => {
          const giveUp = new AbortController();
          const request = caller.ask(name, input as never, { signal: giveUp.signal });
          requests.push({ seen: watch(request), giveUp });
        };
        const some = <T>(list: readonly T[], pick: number): T | undefined =>
          list[pick % Math.max(1, list.length)];
        let newsAtEnd: number | null = null;
        for (const [at, { kind, pick }] of all.entries()) {
          if (at === listensAt) serve();
          if (kind === 'double') ask('double', pick);
          if (kind === 'fail') ask('fail', 'refused');
          if (kind === 'later') ask('later', `${at}`);
          if (kind === 'arrive') onTheWay.shift()?.();
          if (kind === 'answer') some([...open.values()], pick)?.resolve('answered');
          if (kind === 'cancel') some(requests, pick)?.giveUp.abort(new Error('cancelled'));
          if (kind === 'tell') responder.tell({ type: 'progress', done: at });
          if (kind === 'die' && pick < 20) pair.die();
          if (kind === 'close' && pick < 20) caller.close(new Error('closed'));
          if (pair.ends > 0) newsAtEnd ??= news.length;
          await Promise.resolve();
        }
        if (listensAt >= all.length) serve();
        await arriveAll();
        for (const { resolve } of open.values()) resolve('answered');
        await settle();
        await arriveAll();
        await settle();
        for (const { seen } of requests) {
          expect(seen).toHaveLength(1);
          expect(seen[0]).toMatch(/^(answer (\d+|answered)|error (refused|cancelled|closed|dead: gone))$/);
        }
        expect(caller.size).toBe(0);
        expect(pair.ends).toBeLessThan(2);
        if (newsAtEnd !== null) expect(news).toHaveLength(newsAtEnd);
      }),
      { numRuns: 500 },
    );
  });
});
