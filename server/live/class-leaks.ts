import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { Pump } from '@/base/pump';
import type { ClassCommand } from '@/classroom/commands';
import { openLeak, refuseSingle } from '@/classroom/leaks';
import { membersOf, namedSum, phaseEndsAt, refusePart, type WhichSum } from '@/classroom/mask-sum';
import type { ClassState } from '@/classroom/state';
import { isSoundKey, type MaskedPart, type Revealed } from '@/engine/together/pairwise-masks';
import { type ReadGradient, readGradient } from '@/engine/together/read-gradient';
import { bytesToWords, isGradientSum, wordsToBytes } from '@/engine/together/whole-gradient';
import { bytesToText } from '@/protocol/bytes-text';
import type { DatasetId } from '@/protocol/datasets';
import type { CommandAnswer } from '@/protocol/events';
import type { LeakRead, LeakRound } from '@/protocol/leak-paths';
import { LEAK, leakNumbers, type MaskTrouble } from '@/protocol/leak-rules';
import { type Answer, type Refusal, refuse } from '@/protocol/refusals';
import type { EnsembleCounter } from '@/server/verify/ensemble-counter';

/** Reads what comes along, never more than so many bytes. */
type ReadBytes = (limit: number) => Promise<Uint8Array | 'too-large' | 'broken'>;

interface Means {
  counter: Pick<EnsembleCounter, 'do'>;
  state(): ClassState;
  now(): number;
  isHere(studentId: string): boolean;
  ask(command: ClassCommand): Promise<CommandAnswer>;
  log: Logger;
}

/** A sum as it is made: in memory alone, for the seconds that it takes. What belongs to whom is told by places. */
interface Making extends WhichSum {
  dataset: DatasetId;
  members: readonly string[];
  words: Map<string, Int32Array>;
  revealed: Map<string, Revealed>;
  noise: Record<string, string>;
}

/** Milliseconds between two tellings of what has come. */
const TELL_MS = 500;
/** Milliseconds until a sum that could not be made is tried again. */
const AGAIN_MS = 3_000;

/** Takes what devices of one class send in *What a gradient tells*, reads what can be read in it, and makes the sums behind masks. */
export class ClassLeaks {
  private making: Making | null = null;
  private closing = false;
  private ended = false;
  private timer: NodeJS.Timeout | null = null;
  private readonly telling = new Pump(
    () => TELL_MS,
    () => void this.tell(),
  );

  constructor(private readonly means: Means) {
    // What an earlier server had in memory is gone with it.
    const sum = openLeak(means.state())?.sum;
    if (sum && phaseEndsAt(sum, 1) !== null) void this.fail(this.which()!, 'restarted');
  }

  /** Whether something would be lost by forgetting the class now. */
  get isBusy(): boolean {
    return this.closing || this.making !== null;
  }

  /** The class has changed, somebody has come or gone, something has come, or it is time. */
  look(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.ended || this.closing) return;
    const which = this.which();
    const sum = which && namedSum(this.means.state(), which);
    if (!which || !sum || phaseEndsAt(sum, 1) === null) {
      this.making = null;
      return;
    }
    const making = this.makingOf(which);
    if (making === null) {
      void this.fail(which, 'left');
      return;
    }
    const awaiting = this.awaited(making, sum.phase === 'sending');
    const wait = phaseEndsAt(sum, awaiting)! - this.means.now();
    if (wait > 0) this.lookIn(wait);
    else void this.close(making, sum.phase === 'sending');
  }

  /** A single gradient: what is read in it is told to its student, and kept where it may be shown. */
  async takeSingle(
    body: ReadBytes,
    studentId: string,
    { leakId, mayShow }: { leakId: string; mayShow: boolean },
  ): Promise<Answer<{ read: LeakRead }>> {
    const refusal = refuseSingle(this.means.state(), studentId, leakId);
    if (refusal) return refusal;
    const { dataset } = openLeak(this.means.state())!;
    const words = await readWords(body, dataset);
    if ('ok' in words) return words;
    if (!isGradientSum(words, 1)) return refuse('gradient-wrong');
    const found = readGradient(dataset, words);
    if (found === null) return refuse('gradient-empty');
    const read = asRead(found);
    const told = mayShow ? { ...read, shown: false } : null;
    const kept = await this.means.ask({ type: 'leak:single', leakId, studentId, told });
    return kept.ok ? { ok: true, read } : kept;
  }

  /** The key with which a device takes part. */
  async takeKey(body: ReadBytes, studentId: string, which: WhichSum): Promise<Answer> {
    const refusal = refusePart(this.means.state(), studentId, which, 'joining');
    if (refusal) return refusal;
    const key = await body(LEAK.keyBytes);
    if (typeof key === 'string' || key.length !== LEAK.keyBytes || !isSoundKey(key))
      return refuse('key-invalid');
    return this.means.ask({ type: 'leak:join', ...which, studentId, key: Buffer.from(key).toString('hex') });
  }

  /** Who takes part, as a device that does needs it. */
  roundOf(studentId: string, which: WhichSum): Answer<{ round: LeakRound }> {
    const sum = namedSum(this.means.state(), which);
    if (!sum || !(studentId in sum.keys)) return refuse('no-leak');
    if (sum.phase !== 'sending' && sum.phase !== 'revealing') return refuse('leak-over');
    const members = membersOf(sum);
    const round = {
      place: members.indexOf(studentId),
      keys: members.map((id) => sum.keys[id]!),
      missing: sum.missing.map((id) => members.indexOf(id)),
    };
    return { ok: true, round };
  }

  /** A gradient behind masks. What came before is the same; another one is not taken. */
  async takeMasked(body: ReadBytes, studentId: string, which: WhichSum): Promise<Answer<{ read: LeakRead }>> {
    const making = this.takes(studentId, which, 'sending');
    if ('ok' in making) return making;
    const { dataset } = making;
    const words = await readWords(body, dataset);
    if ('ok' in words) return words;
    // The time may be over meanwhile: what comes late is in nothing, and nobody tells its mask.
    const still = this.takes(studentId, which, 'sending');
    if ('ok' in still || still !== making || this.closing) return refuse('leak-over');
    const found = readGradient(dataset, words);
    const read = found ? asRead(found) : { pixels: '', label: 0 };
    const before = making.words.get(studentId);
    if (before)
      return before.every((word, at) => word === words[at]) ? { ok: true, read } : refuse('leak-over');
    making.words.set(studentId, words);
    if (this.isForWall(studentId, making)) making.noise[studentId] = read.pixels;
    this.telling.ask();
    this.look();
    return { ok: true, read };
  }

  /** What a device tells of its masks. */
  async takeReveal(body: ReadBytes, studentId: string, which: WhichSum): Promise<Answer> {
    const making = this.takes(studentId, which, 'revealing');
    if ('ok' in making) return making;
    if (!making.words.has(studentId)) return refuse('leak-over');
    const missing = this.missingPlaces(making);
    const bytes = await body(LEAK.keyBytes * (1 + missing.length));
    if (typeof bytes === 'string' || bytes.length !== LEAK.keyBytes * (1 + missing.length))
      return refuse('key-invalid');
    const still = this.takes(studentId, which, 'revealing');
    if ('ok' in still || still !== making || this.closing) return refuse('leak-over');
    // What was told first stands.
    if (making.revealed.has(studentId)) return { ok: true };
    const part = (at: number) => bytes.slice(at * LEAK.keyBytes, (at + 1) * LEAK.keyBytes);
    const shared = new Map(missing.map((place, at) => [place, part(at + 1)]));
    making.revealed.set(studentId, { own: part(0), shared });
    this.telling.ask();
    this.look();
    return { ok: true };
  }

  end(): void {
    this.ended = true;
    this.telling.close();
    if (this.timer) clearTimeout(this.timer);
  }

  private which(): WhichSum | null {
    const leak = openLeak(this.means.state());
    return leak?.sum ? { leakId: leak.id, attempt: leak.sum.attempt } : null;
  }

  /** The sum that is on, begun where it has just begun; null: of those who began it somebody is gone for good, and so are places. */
  private makingOf(which: WhichSum): Making | null {
    const state = this.means.state();
    const members = membersOf(namedSum(state, which)!);
    const { making } = this;
    if (making?.leakId !== which.leakId || making.attempt !== which.attempt) {
      const { dataset } = openLeak(state)!;
      this.making = { ...which, dataset, members, words: new Map(), revealed: new Map(), noise: {} };
      return this.making;
    }
    return members.length === making.members.length ? making : null;
  }

  private takes(studentId: string, which: WhichSum, phase: 'sending' | 'revealing'): Making | Refusal {
    const refusal = refusePart(this.means.state(), studentId, which, phase);
    if (refusal) return refusal;
    return this.makingOf(which) ?? refuse('leak-over');
  }

  /** How many are here of whom something is awaited. */
  private awaited({ members, words, revealed }: Making, sending: boolean): number {
    const { state, isHere } = this.means;
    const asked = sending ? members : [...words.keys()];
    const done: ReadonlyMap<string, unknown> = sending ? words : revealed;
    return asked.filter((id) => !done.has(id) && state().students[id]?.membership === 'in' && isHere(id))
      .length;
  }

  private missingPlaces({ members, words }: Making): number[] {
    return members.flatMap((id, place) => (words.has(id) ? [] : [place]));
  }

  /** Whose noise is shown: beside a picture that is on the wall, or while there is room. */
  private isForWall(studentId: string, { noise }: Making): boolean {
    const isShown = openLeak(this.means.state())?.told[studentId]?.shown ?? false;
    return isShown || Object.keys(noise).length < LEAK.shown;
  }

  private lookIn(milliseconds: number): void {
    this.timer = setTimeout(() => this.look(), milliseconds);
    this.timer.unref();
  }

  private async tell(): Promise<void> {
    const { making } = this;
    if (making === null || this.closing || this.ended) return;
    const { leakId, attempt, words, revealed, noise } = making;
    const counted = { sent: words.size, revealed: revealed.size, noise: { ...noise } };
    await this.means.ask({ type: 'leak:count', leakId, attempt, ...counted });
  }

  /** What devices had to do is over. */
  private async close(making: Making, sending: boolean): Promise<void> {
    this.closing = true;
    let again = false;
    try {
      if (sending) await this.closeSending(making);
      else again = !(await this.closeRevealing(making));
    } catch (error) {
      again = true;
      this.means.log.error({ err: error, classId: this.means.state().id }, 'a sum behind masks failed');
    } finally {
      this.closing = false;
      if (again && !this.ended) this.lookIn(AGAIN_MS);
      else this.look();
    }
  }

  private async closeSending(making: Making): Promise<void> {
    const { leakId, attempt, members, words, noise } = making;
    if (words.size < LEAK.leastDevices) return this.fail({ leakId, attempt }, 'few');
    const { ask } = this.means;
    await ask({ type: 'leak:count', leakId, attempt, sent: words.size, revealed: 0, noise: { ...noise } });
    const missing = members.filter((id) => !words.has(id));
    await ask({ type: 'leak:reveal', leakId, attempt, missing });
  }

  /** @returns whether it is over, well or not */
  private async closeRevealing(making: Making): Promise<boolean> {
    const { leakId, attempt, dataset, members, words, revealed } = making;
    const { ask, counter, state, now } = this.means;
    const parts: MaskedPart[] = [];
    for (const [id, sent] of words) {
      const told = revealed.get(id);
      if (!told) {
        await this.fail({ leakId, attempt }, 'left');
        return true;
      }
      parts.push({ place: members.indexOf(id), words: sent, ...told });
    }
    const answer = await counter.do(state().id, { ask: 'unmask', parts });
    if (!answer.ok || !('sum' in answer)) {
      this.means.log.warn({ classId: state().id }, 'masks could not be taken away yet');
      return false;
    }
    const { sum } = answer;
    if (!isGradientSum(sum, parts.length)) await this.fail({ leakId, attempt }, 'noise');
    else {
      const found = readGradient(dataset, sum);
      const summed = {
        ...{ took: parts.length, of: members.length, at: now() },
        pixels: found && bytesToText(found.pixels),
        digest: createHash('sha256').update(wordsToBytes(sum)).digest('hex'),
      };
      await ask({ type: 'leak:record', leakId, attempt, summed });
    }
    return true;
  }

  private async fail(which: WhichSum, trouble: MaskTrouble): Promise<void> {
    this.making = null;
    await this.means.ask({ type: 'leak:fail', ...which, trouble });
  }
}

const asRead = ({ pixels, label }: ReadGradient): LeakRead => ({ pixels: bytesToText(pixels), label });

/** As many whole numbers as the network has weights. */
async function readWords(body: ReadBytes, dataset: DatasetId): Promise<Int32Array | Refusal> {
  const bytes = leakNumbers(dataset) * Int32Array.BYTES_PER_ELEMENT;
  const came = await body(bytes);
  if (came === 'broken') return refuse('bad-request');
  return came === 'too-large' || came.length !== bytes ? refuse('gradient-wrong') : bytesToWords(came);
}
