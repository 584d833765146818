import type { Shape } from '@/base/shape';

/** What is kept as it crosses the wire, read by the wire's own schema. */
export function schemaShape<Value>(schema: {
  safeParse(kept: unknown): { success: true; data: Value } | { success: false };
}): Shape<Value> {
  return (kept) => {
    const parsed = schema.safeParse(kept);
    return parsed.success ? parsed.data : undefined;
  };
}
