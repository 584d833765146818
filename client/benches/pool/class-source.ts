import { Listeners } from '@/base/listeners';
import type { StudentSession } from '@/client/live/class-session';
import type { KnownStudent } from '@/client/live/credentials';
import { keptUnder } from '@/client/live/kept-under';
import { randomId } from '@/client/live/random-id';
import { downloadAgain } from '@/engine/download/download';
import { waitedFor } from '@/engine/download/held-back';
import { unpackPool } from '@/engine/pool/pool-pack';
import type { PoolPictures } from '@/engine/pool/pool-pictures';
import { bytesToText } from '@/protocol/bytes-text';
import type { OwnDrawing, PoolFacts } from '@/protocol/pool';
import { poolPaths } from '@/protocol/pool-rules';
import type { Answer } from '@/protocol/refusals';
import { studentAuthorization } from '@/protocol/submission';
import { keepOwnPixels, ownPixels } from './own-pixels';
import type { PoolSource, SourceNow } from './pool-source';

/** The class's pool, as a student has it: facts live over the socket, pictures by one download, own drawings' pixels from this browser. */
export class ClassSource implements PoolSource {
  private current: SourceNow = { facts: null, own: [] };
  private readonly listeners = new Listeners();
  private readonly stops: (() => void)[];
  /** Under which this browser keeps what was drawn in this class. */
  private readonly kept: string;
  private download: { version: string; pictures: Promise<PoolPictures | null> } | null = null;

  constructor(
    private readonly session: StudentSession,
    private readonly student: KnownStudent,
  ) {
    this.kept = keptUnder(session);
    this.stops = [
      session.pool.subscribe(({ pool, own }) => this.told(pool, own)),
      session.pool.onAttached(() => void this.open()),
    ];
  }

  snapshot(): SourceNow {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  /** A repeat of an answer that got lost carries the same id, and files nothing twice. */
  async file(label: number, pixels: Uint8Array<ArrayBuffer>): Promise<Answer> {
    const id = randomId();
    const payload = { id, label, pixels: bytesToText(pixels) };
    // Before the answer: the frame with the new drawing may be quicker.
    keepOwnPixels(this.kept, id, pixels);
    let answer = await this.session.pool.ask('pool:add', payload);
    if (!answer.ok && answer.code === 'not-attached')
      answer = await this.session.pool.ask('pool:add', payload);
    return answer;
  }

  takeBack(id: string): Promise<Answer> {
    return this.session.pool.ask('pool:remove', { id });
  }

  pictures(): Promise<PoolPictures | null> {
    const version = this.current.facts?.version ?? '';
    if (this.download?.version === version) return this.download.pictures;
    const pictures = this.fetchPictures();
    const download = { version, pictures };
    this.download = download;
    void pictures.then((arrived) => {
      if (arrived === null && this.download === download) this.download = null;
    });
    return pictures;
  }

  async heldBack(): Promise<null> {
    return null;
  }

  close(): void {
    for (const stop of this.stops) stop();
    this.listeners.clear();
  }

  private async open(): Promise<void> {
    const answer = await this.session.pool.ask('pool:open', {});
    if (answer.ok) this.told(answer.pool, answer.own);
  }

  private told(facts: PoolFacts, own: readonly OwnDrawing[] | null): void {
    const known = new Map(this.current.own.map((picture) => [picture.id, picture]));
    const drawings =
      own?.map(({ id, label }) => known.get(id) ?? { id, label, pixels: ownPixels(this.kept, id) }) ??
      this.current.own;
    this.current = { facts, own: drawings };
    this.listeners.tell();
  }

  private async fetchPictures(): Promise<PoolPictures | null> {
    try {
      const response = await waitedFor(
        downloadAgain(poolPaths.training(this.session.code), {
          headers: { Authorization: studentAuthorization(this.student.credentials) },
        }),
      );
      const packed = response.ok ? unpackPool(new Uint8Array(await response.arrayBuffer())) : null;
      if (packed === null) return null;
      const labelCount = (packed.extra as { labelCount?: unknown } | null)?.labelCount;
      const known = typeof labelCount === 'number' && packed.labels.every((label) => label < labelCount);
      return known
        ? { labelCount, count: packed.labels.length, labels: packed.labels, pixels: packed.pixels }
        : null;
    } catch {
      return null;
    }
  }
}
