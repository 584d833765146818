import type { Frame, PlaygroundBegun } from '@/engine/playground/messages';

/** Draws a frame; called at most once a screen refresh. `begun` says of which network it is. */
export type Painter = (frame: Frame, begun: PlaygroundBegun) => void;

/** Milliseconds between two updates of what is read rather than watched: numbers, curves, texts. */
const SLOW_MS = 120;

/** A frame, and of which network it is. */
export interface ShownFrame {
  frame: Frame;
  begun: PlaygroundBegun;
}

/** The page's clock; tests put their own in its place. */
export interface FrameClock {
  onNextFrame(callback: () => void): void;
  later(callback: () => void, ms: number): void;
  now(): number;
}

const PAGE_CLOCK: FrameClock = {
  onNextFrame: (callback) => requestAnimationFrame(callback),
  later: (callback, ms) => setTimeout(callback, ms),
  now: () => performance.now(),
};

/**
 * The newest frame of a training, and who draws it. Pictures are painted on animation frames, past React; what is read
 * follows a few times a second through `subscribe` and `slow`.
 */
export class FrameCell {
  private newest: ShownFrame | null = null;
  private slowly: ShownFrame | null = null;
  private readonly painters = new Set<Painter>();
  private readonly readers = new Set<() => void>();
  private scheduled = false;
  private fresh = false;
  private slowAt = Number.NEGATIVE_INFINITY;
  private slowScheduled = false;
  private readonly onDrawn: () => void;
  private readonly clock: FrameClock;

  /** @param onDrawn a frame is being drawn: the next may come */
  constructor(onDrawn: () => void, clock: FrameClock = PAGE_CLOCK) {
    this.onDrawn = onDrawn;
    this.clock = clock;
  }

  /** A new frame, to be painted with the next refresh of the screen. */
  offer(frame: Frame, begun: PlaygroundBegun): void {
    this.newest = { frame, begun };
    this.fresh = true;
    this.schedule();
    this.scheduleSlow();
  }

  /** The newest frame, also one that nobody has read or painted yet. */
  get latest(): ShownFrame | null {
    return this.newest;
  }

  /** Adds a painter, which paints the newest frame soon; returns how to remove it. */
  paint(painter: Painter): () => void {
    this.painters.add(painter);
    this.repaint();
    return () => this.painters.delete(painter);
  }

  /** Paints the same frame again: the theme or a size has changed. */
  repaint(): void {
    if (this.newest) this.schedule();
  }

  /** Called a few times a second while frames come, and once after the last. */
  subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  /** The frame that is being read; it stays the same between two calls of the readers. */
  slow = (): ShownFrame | null => this.slowly;

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.clock.onNextFrame(() => {
      this.scheduled = false;
      if (!this.newest) return;
      const { frame, begun } = this.newest;
      if (this.fresh) {
        this.fresh = false;
        // Before painting, not after: the worker calculates the next one meanwhile and it is there for the next refresh.
        this.onDrawn();
      }
      for (const painter of this.painters) painter(frame, begun);
    });
  }

  private scheduleSlow(): void {
    if (this.slowScheduled) return;
    this.slowScheduled = true;
    this.clock.later(
      () => {
        this.slowScheduled = false;
        this.slowAt = this.clock.now();
        this.slowly = this.newest;
        for (const reader of this.readers) reader();
      },
      Math.max(0, this.slowAt + SLOW_MS - this.clock.now()),
    );
  }
}
