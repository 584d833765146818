import fc from 'fast-check';

type Path = readonly (string | number)[];

/** What somebody, or an older version, may have written in the place of a part. */
const PART = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, true, 0, 1, -1, 2, 0.5, 1e300, -1e9, '', '__proto__', 'toString', [], {}),
);

/** Where every part of a JSON value is; of long lists the first few. */
function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const parts = Array.isArray(value) ? value.slice(0, 6).entries() : Object.entries(value);
  return [at, ...[...parts].flatMap(([key, part]) => pathsIn(part, [...at, key]))];
}

/** The value with the part at a path replaced, left out, or with one more beside it. */
function damaged(value: unknown, path: Path, part: unknown, how: 'replaced' | 'left out' | 'added'): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return part;
  if (Array.isArray(value)) {
    if (rest.length === 0 && how === 'left out') return value.toSpliced(Number(key), 1);
    if (rest.length === 0 && how === 'added') return [...value, part];
    return value.map((old, i) => (i === key ? damaged(old, rest, part, how) : old));
  }
  const { [key]: old, ...others } = value as Record<string, unknown>;
  if (rest.length === 0 && how === 'left out') return others;
  if (rest.length === 0 && how === 'added') return { ...others, [key]: old, further: part };
  return { ...others, [key]: damaged(old, rest, part, how) };
}

/** JSON values: any, and those that are nearly one of the examples. */
export function nearly(examples: readonly unknown[]): fc.Arbitrary<unknown> {
  const how = fc.constantFrom('replaced', 'left out', 'added');
  const once = (value: unknown) =>
    fc
      .tuple(fc.constantFrom(...pathsIn(value)), PART, how)
      .map(([path, part, way]) => damaged(value, path, part, way));
  const example = fc.constantFrom(...examples);
  return fc.oneof(fc.jsonValue(), example.chain(once), example.chain(once).chain(once));
}
