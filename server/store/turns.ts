const KEY = Symbol.for('perceptroom.turns');
type Holder = { [KEY]?: Map<string, Promise<void>> };

/**
 * Waits until whoever asked before for the same thing in this thread is done; call what it resolves to when you are.
 * Kept on `globalThis`: the copies of this module in one thread must share it.
 */
export async function takeTurn(thing: string): Promise<() => void> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  const turns = holder[KEY];
  const before = turns.get(thing);
  let end = () => {};
  const mine = new Promise<void>((resolve) => {
    end = resolve;
  });
  turns.set(thing, mine);
  await before;
  return () => {
    if (turns.get(thing) === mine) turns.delete(thing);
    end();
  };
}
