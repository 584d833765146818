/**
 * The newer value, with each part of it that equals the older one's at the same place being that very part: what is compared by identity
 * sees only what has changed. The older one itself where all is equal. Both as JSON has them: nothing that goes round in circles.
 */
export function shareUnchanged<Value>(older: unknown, newer: Value): Value {
  if (Object.is(older, newer)) return newer;
  if (Array.isArray(newer)) {
    if (!Array.isArray(older)) return newer;
    const shared = newer.map((part, index) => shareUnchanged(older[index], part));
    const same =
      older.length === shared.length && shared.every((part, index) => Object.is(part, older[index]));
    return (same ? older : shared) as Value;
  }
  if (!isRecord(newer) || !isRecord(older) || Array.isArray(older)) return newer;
  const parts = Object.entries(newer).map(
    ([key, part]) => [key, shareUnchanged(Object.hasOwn(older, key) ? older[key] : undefined, part)] as const,
  );
  const same =
    Object.keys(older).length === parts.length &&
    parts.every(([key, part]) => Object.hasOwn(older, key) && Object.is(part, older[key]));
  return (same ? older : Object.fromEntries(parts)) as Value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
