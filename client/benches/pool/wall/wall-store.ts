import { Listeners } from '@/base/listeners';
import type { ClassSession } from '@/client/live/class-session';
import { downloadAgain } from '@/engine/download/download';
import { waitedFor } from '@/engine/download/held-back';
import { unpackPool } from '@/engine/pool/pool-pack';
import { textToBytes } from '@/protocol/bytes-text';
import type { PoolFacts, PoolFrame } from '@/protocol/pool';
import { POOL, poolPaths } from '@/protocol/pool-rules';

/** A drawing as the console and the projector show it. */
export interface WallPicture {
  id: string;
  label: number;
  studentId: string | null;
  heldBack: boolean;
  pixels: Uint8Array<ArrayBuffer>;
}

/** Immutable: a change makes a new object. */
export interface WallNow {
  facts: PoolFacts | null;
  /** In order of arrival. */
  pictures: readonly WallPicture[];
}

/** Milliseconds before another try, where the pool could not be read. */
const RETRY_MS = 3_000;

/** A watcher's copy of the class's pool: read once whole, then kept up by frames; read again after a gap. */
export class WallStore {
  private current: WallNow = { facts: null, pictures: [] };
  private readonly listeners = new Listeners();
  private readonly stops: (() => void)[];
  private reading = 0;
  /** What frames brought while the whole was being read. */
  private meanwhile: PoolFrame[] | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  /** @param code of the class, for the download */
  constructor(
    private readonly session: Pick<ClassSession, 'pool'>,
    private readonly code: string,
  ) {
    this.stops = [
      session.pool.subscribe((frame) => this.take(frame)),
      session.pool.onAttached(() => void this.readWhole()),
    ];
  }

  snapshot(): WallNow {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  close(): void {
    this.reading += 1;
    if (this.timer) clearTimeout(this.timer);
    for (const stop of this.stops) stop();
    this.listeners.clear();
  }

  private take(frame: PoolFrame): void {
    if (frame.stale) {
      void this.readWhole();
      return;
    }
    if (this.meanwhile) {
      this.meanwhile.push(frame);
      return;
    }
    this.change({ facts: frame.pool, pictures: withFrame(this.current.pictures, frame) });
  }

  private async readWhole(): Promise<void> {
    this.reading += 1;
    const mine = this.reading;
    if (this.timer) clearTimeout(this.timer);
    this.meanwhile = [];
    // Opened before it is read: what comes in between is in a frame.
    const opened = await this.session.pool.ask('pool:open', {});
    const pictures = opened.ok ? await fetchWall(this.code) : null;
    if (mine !== this.reading) return;
    if (!opened.ok || pictures === null) {
      this.meanwhile = null;
      if (opened.ok || opened.code !== 'no-pool')
        this.timer = setTimeout(() => void this.readWhole(), RETRY_MS);
      return;
    }
    const frames = this.meanwhile;
    this.meanwhile = null;
    this.change({
      facts: frames.at(-1)?.pool ?? opened.pool,
      pictures: frames.reduce<readonly WallPicture[]>(withFrame, pictures),
    });
  }

  private change(next: WallNow): void {
    this.current = next;
    this.listeners.tell();
  }
}

/** The pictures after a frame; what came twice stands once. */
export function withFrame(
  pictures: readonly WallPicture[],
  { added, removed }: Pick<PoolFrame, 'added' | 'removed'>,
): readonly WallPicture[] {
  if (added.length === 0 && removed.length === 0) return pictures;
  const known = new Set(pictures.map(({ id }) => id));
  const gone = new Set(removed);
  const fresh = added.flatMap(({ pixels, ...rest }) => {
    const bytes = known.has(rest.id) ? null : textToBytes(pixels);
    return bytes ? [{ ...rest, pixels: bytes }] : [];
  });
  return [...pictures.filter(({ id }) => !gone.has(id)), ...fresh];
}

async function fetchWall(code: string): Promise<WallPicture[] | null> {
  try {
    const response = await waitedFor(downloadAgain(poolPaths.wall(code), { credentials: 'same-origin' }));
    const packed = response.ok ? unpackPool(new Uint8Array(await response.arrayBuffer())) : null;
    if (packed === null) return null;
    const { drawings } = packed.extra as {
      drawings: { id: string; studentId: string | null; heldBack: boolean }[];
    };
    return drawings.map((drawing, index) => ({
      ...drawing,
      label: packed.labels[index]!,
      pixels: packed.pixels.slice(index * POOL.pixels, (index + 1) * POOL.pixels),
    }));
  } catch {
    return null;
  }
}
