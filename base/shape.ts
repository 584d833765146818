/**
 * Reads a value that comes from outside of the program, such as what a browser kept: it may be old, damaged or tampered with. A shape gives
 * a value of its type, or undefined where it is none; it never throws, and what it has given once it gives again. Shapes are put
 * together from those below; a few hundred bytes, for pages that can spare no schema library.
 */
export type Shape<Value> = (kept: unknown) => Value | undefined;

/** A text with at most so many UTF-16 units. */
export function text(most = Number.POSITIVE_INFINITY): Shape<string> {
  return (kept) => (typeof kept === 'string' && kept.length <= most ? kept : undefined);
}

/** A finite number from `least` to `most`, both included. */
export function number(least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): Shape<number> {
  return (kept) =>
    typeof kept === 'number' && Number.isFinite(kept) && kept >= least && kept <= most ? kept : undefined;
}

/** A whole number from `least` to `most`, both included. */
export function integer(least?: number, most?: number): Shape<number> {
  return where(number(least, most), Number.isInteger);
}

export const flag: Shape<boolean> = (kept) => (typeof kept === 'boolean' ? kept : undefined);

/** One of the choices. */
export function oneOf<const Choice extends string | number>(choices: readonly Choice[]): Shape<Choice> {
  return (kept) => choices.find((choice) => choice === kept);
}

/** Those of the choices that a list has, in the order of the choices; what else it has is left out. */
export function chosenOf<const Choice extends string | number>(
  choices: readonly Choice[],
): Shape<readonly Choice[]> {
  return (kept) => (Array.isArray(kept) ? choices.filter((choice) => kept.includes(choice)) : undefined);
}

export function nullOr<Value>(shape: Shape<Value>): Shape<Value | null> {
  return (kept) => (kept === null ? null : shape(kept));
}

/** A value of the shape that is good in itself. */
export function where<Value>(shape: Shape<Value>, isGood: (value: Value) => boolean): Shape<Value> {
  return made(shape, (value) => (isGood(value) ? value : undefined));
}

/** What is made of a value of the shape; undefined where nothing can be made of it. */
export function made<Value, Made>(
  shape: Shape<Value>,
  make: (value: Value) => Made | undefined,
): Shape<Made> {
  return (kept) => {
    const value = shape(kept);
    return value === undefined ? undefined : make(value);
  };
}

/** A value of the shape, or this one instead: what is damaged here costs no more than itself. */
export function or<Value, Instead>(shape: Shape<Value>, instead: Instead): Shape<Value | Instead> {
  return (kept) => shape(kept) ?? instead;
}

/** A value of the shape where there is one at all; where there is none, this one: what was kept earlier had it not. */
export function optional<Value, Instead>(shape: Shape<Value>, instead: Instead): Shape<Value | Instead> {
  return (kept) => (kept === undefined ? instead : shape(kept));
}

/** A list of `least` to `most` entries, each of the shape. */
export function listOf<Value>(
  entry: Shape<Value>,
  least = 0,
  most = Number.POSITIVE_INFINITY,
): Shape<Value[]> {
  return (kept) => {
    if (!Array.isArray(kept) || kept.length < least || kept.length > most) return undefined;
    const read: Value[] = [];
    for (const one of kept) {
      const value = entry(one);
      if (value === undefined) return undefined;
      read.push(value);
    }
    return read;
  };
}

/** The entries of a list that have the shape, the first `most` of them; the others are left out. */
export function goodOf<Value>(entry: Shape<Value>, most = Number.POSITIVE_INFINITY): Shape<Value[]> {
  return (kept) =>
    Array.isArray(kept)
      ? kept
          .map(entry)
          .filter((value) => value !== undefined)
          .slice(0, most)
      : undefined;
}

/** An object with a value of its shape in each field; further fields are left out. */
export function object<Fields extends object>(
  fields: {
    readonly [Field in keyof Fields]: Shape<Fields[Field]>;
  },
): Shape<Fields> {
  return (kept) => {
    if (!isObject(kept)) return undefined;
    const read: Partial<Fields> = {};
    for (const field of Object.keys(fields) as (keyof Fields & string)[]) {
      const value = fields[field](fieldOf(kept, field));
      if (value === undefined) return undefined;
      read[field] = value;
    }
    return read as Fields;
  };
}

/** Of an object with these keys the entries that have their shape; the others are left out. */
export function partOf<Key extends string, Value>(
  keys: readonly Key[],
  entryOf: (key: Key) => Shape<Value>,
): Shape<Partial<Record<Key, Value>>> {
  return (kept) => {
    if (!isObject(kept)) return undefined;
    const read: Partial<Record<Key, Value>> = {};
    for (const key of keys) {
      const value = entryOf(key)(fieldOf(kept, key));
      if (value !== undefined) read[key] = value;
    }
    return read;
  };
}

/** Of an object with any keys the entries that have the shape, the first `most` of them; the others are left out. */
export function recordOf<Value>(
  entry: Shape<Value>,
  most = Number.POSITIVE_INFINITY,
): Shape<Record<string, Value>> {
  return (kept) => {
    if (!isObject(kept) || Array.isArray(kept)) return undefined;
    const good = Object.entries(kept).flatMap(([key, one]): [string, Value][] => {
      const value = entry(one);
      return value === undefined ? [] : [[key, value]];
    });
    return Object.fromEntries(good.slice(0, most));
  };
}

/** An own field of an object: what it inherits was not kept. */
function fieldOf(kept: object, field: string): unknown {
  return Object.hasOwn(kept, field) ? (kept as Record<string, unknown>)[field] : undefined;
}

function isObject(kept: unknown): kept is object {
  return typeof kept === 'object' && kept !== null;
}
