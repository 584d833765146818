import type { Sight } from '@/protocol/sight';
import type { SightLine } from './sight-line';

/** Milliseconds between two looks at the bench: twice a second is as live as a shoulder needs. */
const LOOK_MS = 500;

/** Shows the bench while somebody looks: after each change, twice a second at most, one at a time. Nothing is read while nobody does. */
export class SightSender {
  private timer: ReturnType<typeof setInterval> | null = null;
  private told = '';
  private sending = false;
  private readonly stopListening: () => void;

  /** @param read what the bench shows now */
  constructor(
    private readonly line: Pick<SightLine, 'watched' | 'onWatched' | 'show'>,
    private readonly read: () => Sight,
  ) {
    this.stopListening = line.onWatched(() => this.follow());
    this.follow();
  }

  close(): void {
    this.stopListening();
    this.stop();
  }

  private follow(): void {
    this.stop();
    // Whoever comes anew has seen nothing yet.
    this.told = '';
    if (this.line.watched() === 'nobody') return;
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    void this.look();
  }

  private stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  private async look(): Promise<void> {
    if (this.sending) return;
    const sight = this.read();
    const text = JSON.stringify(sight);
    if (text === this.told) return;
    this.sending = true;
    const answer = await this.line.show(sight);
    this.sending = false;
    // What was lost, or came too often, is shown again.
    if (answer?.ok || (answer && answer.code !== 'rate-limited')) this.told = text;
  }
}
