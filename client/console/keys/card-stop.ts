import { Listeners } from '@/base/listeners';

/** Which of all cards Tab comes to: the one that was used last, or else the first. */
export class CardStop {
  private first: string | null = null;
  private used: string | null = null;
  private readonly listeners = new Listeners();

  subscribe = (listener: () => void): (() => void) => this.listeners.add(listener);

  isAt(studentId: string): boolean {
    return studentId === (this.used ?? this.first);
  }

  /** The cards that there are, as they stand. */
  stand(order: readonly string[]): void {
    this.change(order[0] ?? null, this.used !== null && order.includes(this.used) ? this.used : null);
  }

  /** Somebody has gone to this card. */
  use(studentId: string): void {
    this.change(this.first, studentId);
  }

  private change(first: string | null, used: string | null): void {
    if (first === this.first && used === this.used) return;
    this.first = first;
    this.used = used;
    this.listeners.tell();
  }
}
