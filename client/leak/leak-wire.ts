import { integer, listOf, object, type Shape, text, where } from '@/base/shape';
import { answerReader } from '@/client/live/read-answer';
import { wordsToBytes } from '@/engine/together/whole-gradient';
import { textToBytes } from '@/protocol/bytes-text';
import { MOST_LABELS } from '@/protocol/datasets';
import { type LeakPart, type LeakRead, type LeakRound, leakPath } from '@/protocol/leak-paths';
import { LEAK } from '@/protocol/leak-rules';
import { type Answer, refuse } from '@/protocol/refusals';

/** How this device says to the server what protocol/leak-paths tells. */

/** Of whom: `Authorization`, and the class's room code. */
export interface LeakSender {
  code: string;
  authorization(): string | null;
}

/** Which sum, or 0 for a single gradient. */
interface Place {
  leakId: string;
  attempt: number;
}

/** A picture and its label, as the server reads them. */
export interface ReadPicture {
  pixels: Uint8Array;
  label: number;
}

const SEND_MS = 60_000;

const hex = where(text(2 * LEAK.keyBytes), (key) => /^[0-9a-f]{64}$/.test(key));
const place = integer(0, LEAK.mostDevices);
const round = object<{ round: LeakRound }>({
  round: object<LeakRound>({
    place,
    keys: listOf(hex, LEAK.leastDevices, LEAK.mostDevices),
    missing: listOf(place, 0, LEAK.mostDevices),
  }),
});
const picture = object({ read: object({ pixels: text(), label: integer(0, MOST_LABELS - 1) }) });

const rounds = answerReader(round);
const pictures = answerReader(picture);
const taken = answerReader<Record<never, never>>(() => ({}));

interface Sent {
  body?: Uint8Array<ArrayBuffer>;
  query?: string;
}

/** The way of one device to the server. */
export class LeakWire {
  constructor(
    private readonly sender: LeakSender,
    private readonly fetch: typeof globalThis.fetch = (...asked) => globalThis.fetch(...asked),
  ) {}

  /** A gradient as it is. @param mayShow whether the picture in it may be shown to all */
  async single(leakId: string, words: Int32Array, mayShow: boolean): Promise<Answer<{ read: ReadPicture }>> {
    const sent = { body: wordsToBytes(words), query: mayShow ? '?show=1' : '' };
    return asPicture(await this.ask({ leakId, attempt: 0 }, 'gradient', pictures, sent));
  }

  key(place: Place, key: Uint8Array): Promise<Answer> {
    return this.ask(place, 'key', taken, { body: Uint8Array.from(key) });
  }

  round(place: Place): Promise<Answer<{ round: LeakRound }>> {
    return this.ask(place, 'round', rounds);
  }

  /** A gradient behind masks. */
  async masked(place: Place, words: Int32Array): Promise<Answer<{ read: ReadPicture }>> {
    return asPicture(await this.ask(place, 'masked', pictures, { body: wordsToBytes(words) }));
  }

  revealed(place: Place, seeds: Uint8Array): Promise<Answer> {
    return this.ask(place, 'reveal', taken, { body: Uint8Array.from(seeds) });
  }

  private async ask<Facts extends object>(
    { leakId, attempt }: Place,
    part: LeakPart,
    reader: Shape<Answer<Facts>>,
    { body, query = '' }: Sent = {},
  ): Promise<Answer<Facts>> {
    const { code, authorization } = this.sender;
    const headers: Record<string, string> = { Authorization: authorization() ?? '' };
    if (body) headers['Content-Type'] = 'application/octet-stream';
    try {
      const response = await this.fetch(leakPath(code, leakId, attempt, part) + query, {
        ...{ method: body ? 'POST' : 'GET', headers, signal: AbortSignal.timeout(SEND_MS) },
        ...(body && { body }),
      });
      return reader(await response.json().catch(() => null)) ?? refuse('internal');
    } catch {
      return refuse('not-attached');
    }
  }
}

function asPicture(answer: Answer<{ read: LeakRead }>): Answer<{ read: ReadPicture }> {
  if (!answer.ok) return answer;
  const { pixels, label } = answer.read;
  return { ok: true, read: { pixels: textToBytes(pixels) ?? new Uint8Array(), label } };
}
