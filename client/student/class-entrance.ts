import { download } from '@/engine/download/download';
import { entrancePath } from '@/protocol/class-paths';
import { type ClassEntrance, classEntranceSchema } from '@/protocol/classes';
import { REFUSAL_CODES, type RefusalCode } from '@/protocol/refusals';

/** What is known of the class behind a code. `offline`: the server did not answer. */
export type EntranceAnswer =
  | { kind: 'open'; entrance: ClassEntrance }
  | { kind: 'refused'; code: RefusalCode | 'offline' };

/** Asks for the class behind a code. Never throws. */
export async function lookUpClass(code: string, signal: AbortSignal): Promise<EntranceAnswer> {
  try {
    const response = await download(entrancePath(code), { signal, cache: 'no-store' });
    const body: unknown = await response.json();
    if (response.ok) {
      const { ok: _, ...facts } = body as Record<string, unknown>;
      const parsed = classEntranceSchema.safeParse(facts);
      if (parsed.success) return { kind: 'open', entrance: parsed.data };
    }
    const refused = (body as { code?: unknown }).code;
    return { kind: 'refused', code: REFUSAL_CODES.find((known) => known === refused) ?? 'internal' };
  } catch {
    return { kind: 'refused', code: 'offline' };
  }
}
